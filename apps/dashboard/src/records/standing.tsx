import CheckOutlined from '@mui/icons-material/CheckOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import { Box } from '@mui/material'
import { type RaRecord, useTranslate } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import type { ProgressGroupFilter } from '../api/documents.generated'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { daysBetween, dayText } from '../kit/format'
import type { LatePlace } from '../kit/late-list'
import { Overdue } from '../kit/overdue'
import { ProgressSentence } from '../kit/progress-sentence'
import { groupProgressDocument } from './records.graphql'
import { type StandingFacts, useResource } from './room'

interface Props {
  readonly facts: RecordFacts
  readonly record: RaRecord
}

/** How a record stands on the day spoken of, in a sentence; nothing where there is nothing to say. */
export function Standing({ facts, record }: Props) {
  const standing = useResource(facts.plural)?.standing
  if (!standing) return null
  return 'met' in standing ? <Meeting {...standing} record={record} /> : <GroupProgress {...standing} record={record} />
}

type Of<Key extends string> = Extract<StandingFacts, Readonly<Record<Key, unknown>>> & Pick<Props, 'record'>

function Meeting({ met, words, record }: Of<'met'>) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const done: unknown = record[met]
  const due: unknown = record.dueOn
  if (!done && !due) return null
  const late = done || !asOf ? 0 : daysBetween(String(due), asOf)
  if (late > 0) return <Overdue days={late} />
  const Icon = done ? CheckOutlined : EventOutlined
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {done ? translate(words, { day: dayText(String(done)) }) : translate('record.due', { day: dayText(String(due)) })}
    </Box>
  )
}

type GroupedBy = Of<'groupedBy'>['groupedBy']

/** The one group that a record makes, and where what is late in it stands. */
const groupOf: Readonly<Record<GroupedBy, (id: string) => { readonly filter: ProgressGroupFilter; readonly at: LatePlace }>> = {
  AREA: (id) => ({ filter: { thematicAreaId: { eq: id } }, at: { area: id } }),
  PHASE: (id) => ({ filter: { phaseId: { eq: id } }, at: { phase: id } }),
  WORK_PACKAGE: (id) => ({ filter: { workPackageId: { eq: id } }, at: { package: id } }),
  PARTNER: (id) => ({ filter: { partnerId: { eq: id } }, at: { partner: id } }),
}

function GroupProgress({ groupedBy, record }: Of<'groupedBy'>) {
  const { current, asOf } = useProject()
  const { filter, at } = groupOf[groupedBy](String(record.id))
  const asked = current && { ids: [current.project.id], asOf, by: [groupedBy], filter }
  const { data } = useAnswer(groupProgressDocument, asked)
  if (!data) return null
  return <ProgressSentence whole={data.programmeProgress.nodes[0]} day={asOf} at={at} />
}
