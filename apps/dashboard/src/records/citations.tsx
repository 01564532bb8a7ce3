import { Box, Link } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { fieldOf, labelKey, type RecordFacts } from '../api/contract'
import { ask } from '../api/graphql'
import { Section } from '../kit/page'

/** One fact of a record, and the source that carries it. */
export interface Cited {
  readonly id: string
  readonly field: string | null
  readonly basis: string
  readonly source: { readonly id: string; readonly title: string; readonly address: string | null } | null
}

/** What a query asks of citations. */
export const citedFields = 'id field basis source { id title address }'

const document = `query ($id: String!) { citations(first: 100, filter: {recordId: {eq: $id}}) { nodes { ${citedFields} } } }`

/** What the facts of a record rest on: each source with the fields that it carries. */
export function Citations({ record, id }: { record: RecordFacts; id: string }) {
  const { data } = useQuery({ queryKey: ['citations', id], queryFn: () => ask<{ citations: { nodes: readonly Cited[] } }>(document, { id }) })
  return <CitationList record={record} citations={data?.citations.nodes ?? []} />
}

/** Sources, each with the fields that it carries. */
export function CitationList({ record, citations }: { record: RecordFacts; citations: readonly Cited[] }) {
  const translate = useTranslate()
  const groups = new Map<string, Cited[]>()
  for (const cited of citations) {
    const key = cited.source?.id ?? cited.basis
    groups.set(key, [...(groups.get(key) ?? []), cited])
  }
  if (groups.size === 0) return null
  const fields = (cited: readonly Cited[]) =>
    cited.flatMap(({ field }) => (field && fieldOf(record, field) ? [translate(labelKey(record, field))] : [])).join(', ')
  return (
    <Section title={translate('resources.sources.name', { smart_count: 2 })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
        {[...groups].map(([key, cited]) => {
          const source = cited[0]?.source
          return (
            <Box component="li" key={key} sx={{ py: 0.75, borderBottom: '1px solid var(--line)', overflowWrap: 'anywhere' }}>
              {source ? (
                <Link href={source.address ?? undefined} target="_blank" rel="noreferrer">
                  {source.title}
                </Link>
              ) : (
                translate(`enums.CitationBasis.${key}`)
              )}
              <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
                {fields(cited)}
              </Box>
            </Box>
          )
        })}
      </Box>
    </Section>
  )
}
