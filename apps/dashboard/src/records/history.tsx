import { Box, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { momentText } from '../app/format'
import { ask } from '../app/graphql'

interface Entry {
  readonly id: string
  readonly action: 'CREATED' | 'CHANGED' | 'DELETED'
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly byName: string | null
  readonly at: string
}

/** The newest changes of a record, in words. */
export function History({ singular, id }: { singular: string; id: string }) {
  const translate = useTranslate()
  const { data } = useQuery({
    queryKey: [singular, 'history', id],
    queryFn: () =>
      ask<Record<string, { history: { nodes: Entry[] } } | null>>(
        `query ($id: ID!) { ${singular}(id: $id) { history(first: 10, filter: {action: {eq: CHANGED}}) { nodes { id action field before after byName at } } } }`,
        { id },
      ),
  })
  const entries = data?.[singular]?.history.nodes ?? []
  if (entries.length === 0) return null
  return (
    <Box component="section" sx={{ mt: 4, maxWidth: 860 }}>
      <Typography variant="h2" sx={{ borderBottom: '1px solid var(--line)', pb: 1 }}>
        {translate('pilot.history')}
      </Typography>
      {entries.map((entry) => (
        <Typography key={entry.id} variant="body2" sx={{ py: 0.5 }}>
          {translate('pilot.changed', { field: entry.field })}: {text(entry.before)} → <strong>{text(entry.after)}</strong>
          <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
            {translate('pilot.by', { name: entry.byName ?? translate('pilot.someone'), at: momentText(entry.at) })}
          </Box>
        </Typography>
      ))}
    </Box>
  )
}

const text = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
