import { Box, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { fieldOf, labelKey, type RecordFacts } from '../app/contract'
import { momentText } from '../app/format'
import { ask } from '../app/graphql'
import { Section } from '../app/page'
import { InputValue } from './field-value'

interface Entry {
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly byName: string | null
  readonly at: string
}

type Answer = Readonly<Record<string, { readonly history: { readonly totalCount: number; readonly nodes: readonly Entry[] } } | null>>

/** The newest changes of a record, in words. */
export function History({ record, id }: { record: RecordFacts; id: string }) {
  const translate = useTranslate()
  const { data } = useQuery({
    queryKey: [record.plural, 'history', id],
    queryFn: () =>
      ask<Answer>(
        `query ($id: ID!) { ${record.singular}(id: $id) { history(first: 10, filter: {action: {eq: CHANGED}}) { totalCount nodes { id field before after byName at } } } }`,
        { id },
      ),
  })
  const { nodes = [], totalCount = 0 } = data?.[record.singular]?.history ?? {}
  if (nodes.length === 0) return null
  return (
    <Section title={translate('record.history')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {nodes.map((entry) => (
          <Box component="li" key={entry.id} sx={{ py: 1, borderBottom: '1px solid var(--line)', fontSize: 13, overflowWrap: 'anywhere' }}>
            <Change record={record} entry={entry} />
            <Typography variant="body2" color="text.secondary" sx={{ fontSize: 12 }}>
              {entry.byName ?? translate('record.someone')} · {momentText(entry.at)}
            </Typography>
          </Box>
        ))}
      </Box>
      {totalCount > nodes.length ? (
        <Typography variant="body2">{translate('record.moreChanges', { smart_count: totalCount - nodes.length })}</Typography>
      ) : null}
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
