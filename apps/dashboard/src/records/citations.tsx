import { Box, Button, Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { fieldOf, labelKey, type RecordFacts } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { contradictions } from './contradictions'
import { citationsDocument } from './records.graphql'

export type Cited = AnswerOf<typeof citationsDocument>['citations']['nodes'][number]

/** What the facts of a record rest on: each source with the fields that it carries. */
export function Citations({ record, id }: { record: RecordFacts; id: string }) {
  const { data } = useAnswer(citationsDocument, { id })
  return (
    <>
      <CitationList record={record} citations={data?.citations.nodes ?? []} />
      <CiteLink record={record} id={id} />
    </>
  )
}

/** The way to say what a fact of a record rests on, for whoever may. */
function CiteLink({ record, id }: { record: RecordFacts; id: string }) {
  const translate = useTranslate()
  const { adds } = useProject()
  if (!adds('citations') || !(fieldOf(record, 'project') || record.name === 'Project')) return null
  const given = new URLSearchParams({ source: JSON.stringify({ recordType: record.name, recordId: id }) })
  return (
    <Button component={RouterLink} to={`/citations/create?${given}`} size="small" sx={{ mb: 2 }}>
      {translate('record.cite')}
    </Button>
  )
}

/** Sources, each with the fields that it carries; below them what they contradict each other on. */
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
      {[...contradictions(citations)].map(([field, cited]) => (
        <Contradiction key={field} title={field ? translate(labelKey(record, field)) : translate('record.asWhole')} cited={cited} />
      ))}
    </Section>
  )
}

/** What each source says of one field, which of them holds, and why. */
function Contradiction({ title, cited }: { title: string; cited: readonly Cited[] }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="body2" component="h3" sx={{ mt: 1.5, fontWeight: 650 }}>
        {translate('record.sourcesDiffer', { field: title })}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13, overflowWrap: 'anywhere' }}>
        {cited.map(({ id, says, source, basis, verdict, reason }) => (
          <li key={id}>
            {source?.title ?? translate(`enums.CitationBasis.${basis}`)}: <strong>{says}</strong>
            <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
              {translate(verdict ? `enums.CitationVerdict.${verdict}` : 'record.undecided')}
              {reason ? `: ${reason}` : null}
            </Box>
          </li>
        ))}
      </Box>
    </>
  )
}
