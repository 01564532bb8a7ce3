import { Box, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { fieldOf, labelKey, type RecordFacts } from '../api/contract'
import { ask } from '../api/graphql'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { InputValue } from './field-value'

interface Entry {
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly byName: string | null
  readonly at: string
}

/** One line of a history: what happened, who did it, when. */
export interface HistoryItem {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly text: ReactNode
}

interface Answer {
  readonly history: { readonly totalCount: number; readonly nodes: readonly Entry[] }
}

/** What a record's query asks for, to show its newest changes. */
export const historyFields = 'history(first: 10, filter: {action: {eq: CHANGED}}) { totalCount nodes { id field before after byName at } }'

/** Changes of fields as lines of a history. */
export const changesOf = (record: RecordFacts, { history }: Answer): HistoryItem[] =>
  history.nodes.map((entry) => ({ id: entry.id, at: entry.at, by: entry.byName, text: <Change record={record} entry={entry} /> }))

/** The newest changes of a record, in words. */
export function History({ record, id }: { record: RecordFacts; id: string }) {
  const { data } = useQuery({
    queryKey: [record.plural, 'history', id],
    queryFn: () => ask<Readonly<Record<string, Answer | null>>>(`query ($id: ID!) { ${record.singular}(id: $id) { ${historyFields} } }`, { id }),
  })
  const answer = data?.[record.singular]
  if (!answer) return null
  return <HistoryList items={changesOf(record, answer)} more={answer.history.totalCount - answer.history.nodes.length} />
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
  const field = fieldOf(record, entry.field)
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
