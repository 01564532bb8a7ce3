import { Box, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { momentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { newerEditionsDocument } from './benchmark.graphql'
import type { EditionRow } from './benchmark-data'
import { EditionState } from './edition-moves'

/** The editions of a benchmark, newest first; whether newer data exists comes after the rest. */
export function Editions({ benchmarkId, editions }: { benchmarkId: string; editions: readonly EditionRow[] }) {
  const translate = useTranslate()
  const compared = useAnswer(newerEditionsDocument, editions.length > 0 ? { id: benchmarkId } : null).data?.benchmark?.editions.nodes
  const noteOf = (id: string) => {
    if (!compared) return '…'
    return compared.find((edition) => edition.id === id)?.newerDataExists ? <Newer text={translate('benchmark.newer')} /> : '–'
  }
  const name = translate('resources.benchmarkEditions.name', { smart_count: 2 })
  const label = (field: string) => translate(`resources.benchmarkEditions.fields.${field}`)
  return (
    <Section title={name}>
      {editions.length === 0 ? (
        <Typography variant="body2">{translate('benchmark.noEdition')}</Typography>
      ) : (
        <WideTable label={name} head={[label('title'), label('state'), label('frozenAt'), translate('benchmark.note')]}>
          {editions.map((edition) => (
            <TableRow key={edition.id}>
              <TableCell component="th" scope="row">
                <Link component={RouterLink} to={`/benchmarkEditions/${edition.id}/show`}>
                  {edition.title}
                </Link>
              </TableCell>
              <TableCell>
                <EditionState state={edition.state} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{momentText(edition.frozenAt)}</TableCell>
              <TableCell>{noteOf(edition.id)}</TableCell>
            </TableRow>
          ))}
        </WideTable>
      )}
    </Section>
  )
}

const Newer = ({ text }: { text: string }) => (
  <Box component="span" sx={{ color: 'warning.main' }}>
    {text}
  </Box>
)
