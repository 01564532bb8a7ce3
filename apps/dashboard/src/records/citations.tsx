import { Box, Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { fieldOf, labelKey, type RecordFacts } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { citationsDocument } from './records.graphql'

export type Cited = AnswerOf<typeof citationsDocument>['citations']['nodes'][number]

/** What the facts of a record rest on: each source with the fields that it carries. */
export function Citations({ record, id }: { record: RecordFacts; id: string }) {
  const { data } = useAnswer(citationsDocument, { id })
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
