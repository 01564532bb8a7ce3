import { Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { recordNamed } from '../api/contract'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { type Deed, deedsOf } from '../records/deeds'
import { HistoryLines, useDeeds } from '../records/history'
import { newestDocument } from './home.graphql'
import { measured, type Newest, type NewestItem, plannedAnew } from './newest-data'

/** As many deeds as home shows. */
const SHOWN = 5

/** What people did in the open project last, each deed a sentence that leads to what it was done to. */
export default function NewestChanges() {
  const { current } = useProject()
  const { data } = useAnswer(newestDocument, current ? { id: current.project.id } : null)
  return data ? <Items newest={data} deeds={deedsOf(data.changes.nodes)} /> : null
}

const addressOf = ({ record, id }: Deed): string => `/${recordNamed(record).plural}/${id}/show`

function Items({ newest, deeds }: { newest: Newest; deeds: readonly Deed[] }) {
  const translate = useTranslate()
  const told = useDeeds(deeds.slice(0, SHOWN * 2))
  if (!told) return null
  const addresses = new Map(deeds.map((deed) => [deed.key, addressOf(deed)]))
  const changed = told.map((item): NewestItem => ({ ...item, to: addresses.get(item.id) ?? '/' }))
  const items = [...changed, ...plannedAnew(newest, translate), ...measured(newest, translate)].sort((a, b) => b.at.localeCompare(a.at))
  if (items.length === 0) return null
  return (
    <Section title={translate('home.changes')}>
      <HistoryLines
        items={items.slice(0, SHOWN).map((item) => ({
          ...item,
          text: (
            <Link component={RouterLink} to={item.to} color="textPrimary">
              {item.text}
            </Link>
          ),
        }))}
      />
    </Section>
  )
}
