import { Button, TableCell, TableRow } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Section, WideTable } from '../kit/page'
import { type Edition, frozenValueOf, type Unit } from './edition-data'
import { SourceButton } from './source-button'
import { useUnits } from './use-units'

const ROWS_AT_ONCE = 25
const CELLS_AT_ONCE = 500

/** Everything that the edition froze, each figure opening to its source; long tables come bit by bit. */
export function EditionValues({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const { units } = edition.result
  const chunk = Math.max(1, Math.min(ROWS_AT_ONCE, Math.floor(CELLS_AT_ONCE / edition.allIndicators.length)))
  const [shown, setShown] = useState(chunk)
  const chunks = Array.from({ length: Math.ceil(Math.min(shown, units.length) / chunk) }, (_, index) => units.slice(index * chunk, (index + 1) * chunk))
  return (
    <Section title={translate('edition.values')}>
      <WideTable
        label={translate('edition.values')}
        head={[
          translate('resources.benchmarkResults.fields.title'),
          ...edition.allIndicators.map(({ title, unit }) => ({ text: unit ? `${title} (${unit})` : title, right: true, minWidth: 90 })),
        ]}
      >
        {chunks.map((part) => (
          <ValueRows key={part[0]?.entryId} edition={edition} units={part} />
        ))}
      </WideTable>
      {shown < units.length ? (
        <Button size="small" onClick={() => setShown(shown + chunk)}>
          {translate('edition.more', { smart_count: units.length - shown })}
        </Button>
      ) : null}
    </Section>
  )
}

function ValueRows({ edition, units }: { edition: Edition; units: readonly Unit[] }) {
  const details = useUnits(
    edition.id,
    units.map(({ title }) => title),
  )
  return units.map(({ entryId, title }) => (
    <TableRow key={entryId}>
      <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
        {title}
      </TableCell>
      {edition.allIndicators.map((indicator) => (
        <TableCell key={indicator.id} align="right">
          {details ? <SourceButton title={title} indicator={indicator} value={frozenValueOf(details.get(title), indicator.id)} /> : '…'}
        </TableCell>
      ))}
    </TableRow>
  ))
}
