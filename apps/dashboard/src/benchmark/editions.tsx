import { Box, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { momentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import type { EditionRow } from './benchmark-data'
import { EditionState } from './edition-moves'

/** The editions of a benchmark, newest first. */
export function Editions({ editions }: { editions: readonly EditionRow[] }) {
  const translate = useTranslate()
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
              <TableCell>
                {edition.newerDataExists ? (
                  <Box component="span" sx={{ color: 'warning.main' }}>
                    {translate('benchmark.newer')}
                  </Box>
                ) : (
                  '–'
                )}
              </TableCell>
            </TableRow>
          ))}
        </WideTable>
      )}
    </Section>
  )
}
