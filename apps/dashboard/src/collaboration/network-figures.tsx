import { TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { numberText, percentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import type { Change, Figures } from './collaboration-data'

const texts: Readonly<Record<keyof Figures, (value: number) => string>> = {
  ties: numberText,
  density: (value) => percentText(value),
  meanDegree: numberText,
  isolates: numberText,
  eiIndex: numberText,
}

/** The two networks in figures, and how much of what there was is still there. */
export function NetworkFigures({ change }: { change: Change }) {
  const translate = useTranslate()
  const title = translate('collaboration.inFigures')
  const names = Object.keys(texts) as (keyof Figures)[]
  return (
    <Section title={title}>
      <WideTable
        label={title}
        head={[
          translate('collaboration.inFigure'),
          { text: translate('collaboration.before'), right: true },
          { text: translate('collaboration.after'), right: true },
        ]}
      >
        {names.map((name) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {translate(`collaboration.figure.${name}`)}
            </TableCell>
            {(['before', 'after'] as const).map((time) => {
              const value = change[time][name]
              return (
                <TableCell key={time} align="right">
                  {value === null ? <em>{translate('app.unknown')}</em> : texts[name](value)}
                </TableCell>
              )
            })}
          </TableRow>
        ))}
      </WideTable>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {translate('collaboration.kept', { kept: change.kept, stronger: change.stronger, weaker: change.weaker })}{' '}
        {change.stability === null ? null : translate('collaboration.stability', { share: percentText(change.stability) })} {translate('collaboration.noCause')}
      </Typography>
    </Section>
  )
}
