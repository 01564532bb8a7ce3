import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { fieldOf, labelKey, type RecordFacts } from '../api/contract'
import type { ChangesFragment } from '../api/documents.generated'
import { historyDocument } from '../api/record-documents'
import { useAnswer } from '../api/use-answer'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { InputValue } from './field-value'

type Entry = ChangesFragment['nodes'][number]

/** One line of a history: what happened, who did it, when. */
export interface HistoryItem {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly text: ReactNode
}

/** Changes of fields as lines of a history. */
export const changesOf = (record: RecordFacts, history: ChangesFragment): HistoryItem[] =>
  history.nodes.map((entry) => ({ id: entry.id, at: entry.at, by: entry.byName, text: <Change record={record} entry={entry} /> }))

/** The newest changes of a record, in words. */
export function History({ record, id }: { record: RecordFacts; id: string }) {
  const history = useAnswer(historyDocument(record), record.audited ? { id } : null).data?.found?.history
  if (!history) return null
  return <HistoryList items={changesOf(record, history)} more={history.totalCount - history.nodes.length} />
}

/** Lines of a history, newest first, and how many there are before them. */
export function HistoryList({ items, more }: { items: readonly HistoryItem[]; more: number }) {
  const translate = useTranslate()
  if (items.length === 0) return null
  return (
    <Section title={translate('record.history')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item) => (
          <Box component="li" key={item.id} sx={{ py: 1, borderBottom: '1px solid var(--line)', fontSize: 13, overflowWrap: 'anywhere' }}>
            {item.text}
            <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
              {item.by ?? translate('record.someone')} · {momentText(item.at)}
            </Typography>
          </Box>
        ))}
      </Box>
      {more > 0 ? <Typography variant="body2">{translate('record.moreChanges', { smart_count: more })}</Typography> : null}
    </Section>
  )
}

function Change({ record, entry }: { record: RecordFacts; entry: Entry }) {
  const translate = useTranslate()
  const field = entry.field ? fieldOf(record, entry.field) : undefined
  if (!field) return null
  return (
    <>
      {translate(labelKey(record, field.name))}: {translate('record.from')} <InputValue field={field} value={entry.before} /> {translate('record.to')}{' '}
      <strong>
        <InputValue field={field} value={entry.after} />
      </strong>
    </>
  )
}
