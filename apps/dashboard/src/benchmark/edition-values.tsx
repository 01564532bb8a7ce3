import { Button, TableCell, TableRow } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Section, WideTable } from '../kit/page'
import { type Edition, frozenValueOf } from './edition-data'
import { SourceButton } from './source-button'

const AT_ONCE = 25

/** Everything that the edition froze, each figure opening to its source; long tables come bit by bit. */
export function EditionValues({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const [shown, setShown] = useState(AT_ONCE)
  const { units } = edition.result
  const { indicators } = edition.data
  return (
    <Section title={translate('edition.values')}>
      <WideTable
        label={translate('edition.values')}
        head={[
          translate('resources.benchmarkResults.fields.title'),
          ...indicators.map(({ title, unit }) => ({ text: unit ? `${title} (${unit})` : title, right: true, minWidth: 90 })),
        ]}
      >
        {units.slice(0, shown).map(({ entryId, title }) => (
          <TableRow key={entryId}>
            <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
              {title}
            </TableCell>
            {indicators.map((indicator) => (
              <TableCell key={indicator.id} align="right">
                <SourceButton title={title} indicator={indicator} value={frozenValueOf(edition, entryId, indicator.id)} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </WideTable>
      {shown < units.length ? (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {translate('edition.more', { smart_count: units.length - shown })}
        </Button>
      ) : null}
    </Section>
  )
}
