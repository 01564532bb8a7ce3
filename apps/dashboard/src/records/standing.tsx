import CheckOutlined from '@mui/icons-material/CheckOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type RaRecord, useTranslate } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { daysBetween, dayText } from '../kit/format'
import { Overdue } from '../kit/overdue'
import { ProgressSentence } from '../kit/progress-sentence'

/** What records with a day to meet call it, once it is met. */
const met: Readonly<Record<string, { readonly field: string; readonly words: string }>> = {
  Deliverable: { field: 'handedInOn', words: 'workplan.handedIn' },
  Milestone: { field: 'passedOn', words: 'workplan.passed' },
}

/** Records whose pilots have a progress together: how they group, and the group's field. */
const grouped: Readonly<Record<string, readonly [by: string, field: string]>> = {
  ThematicArea: ['AREA', 'thematicAreaId'],
  Phase: ['PHASE', 'phaseId'],
  WorkPackage: ['WORK_PACKAGE', 'workPackageId'],
  Partner: ['PARTNER', 'partnerId'],
}

/** How a record stands on the day spoken of, in a sentence; nothing where there is nothing to say. */
export function Standing({ facts, record }: { facts: RecordFacts; record: RaRecord }) {
  if (met[facts.name]) return <Meeting facts={facts} record={record} />
  return grouped[facts.name] ? <GroupProgress facts={facts} record={record} /> : null
}

interface Props {
  readonly facts: RecordFacts
  readonly record: RaRecord
}

function Meeting({ facts, record }: Props) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const { field = '', words = '' } = met[facts.name] ?? {}
  const done: unknown = record[field]
  const due: unknown = record.dueOn
  if (!done && !due) return null
  const late = done || !asOf ? 0 : daysBetween(String(due), asOf)
  if (late > 0) return <Overdue days={late} />
  const Icon = done ? CheckOutlined : EventOutlined
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {done ? translate(words, { day: dayText(String(done)) }) : translate('workplan.due', { day: dayText(String(due)) })}
    </Box>
  )
}

interface Answer {
  readonly programmeProgress: { readonly nodes: readonly { readonly achieved: number | null; readonly planned: number | null; readonly late: number }[] }
}

function GroupProgress({ facts, record }: Props) {
  const { current, asOf } = useProject()
  const [by = '', field = ''] = grouped[facts.name] ?? []
  const document = `query ($ids: [ID!], $asOf: Date, $id: ID!) { programmeProgress(projectIds: $ids, asOf: $asOf, by: [${by}], filter: {${field}: {eq: $id}}) {
    nodes { achieved planned late } } }`
  const { data } = useQuery({
    queryKey: ['standing', record.id, asOf],
    queryFn: ({ signal }) => ask<Answer>(document, { ids: [current?.project.id], asOf, id: record.id }, signal),
    enabled: current !== null,
  })
  if (!data) return null
  return <ProgressSentence whole={data.programmeProgress.nodes[0]} day={asOf} />
}
