import { Link, TableCell, TableRow, Typography } from '@mui/material'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { numberText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { AddLink } from '../records/add-link'
import { mayAdd } from '../records/refusal'
import type { Indicator } from './benchmark-data'
import { directionText } from './direction-text'

interface Props {
  readonly record: RaRecord
  readonly indicators: readonly Indicator[]
}

/** By what is compared: direction, weight, and who decided the weights. */
export function BenchmarkIndicators({ record, indicators }: Props) {
  const translate = useTranslate()
  const name = translate('resources.benchmarkIndicators.name', { smart_count: 2 })
  const label = (field: string) => translate(`resources.benchmarkIndicators.fields.${field}`)
  const isGiven = record.weighting === 'GIVEN'
  const sum = indicators.reduce((total, { weight }) => total + weight, 0)
  const figure = (value: number | null) => (value === null ? '–' : numberText(value))
  const given = { benchmarkId: record.id, projectId: record.project?.id, position: indicators.length + 1 }
  return (
    <Section title={name} actions={mayAdd(record, 'benchmarkIndicators') ? <AddLink plural="benchmarkIndicators" given={given} /> : null}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {isGiven
          ? translate('benchmark.weightsGiven', { who: String(record.weightsDecidedBy ?? translate('app.unknown')), sum: numberText(sum) })
          : translate('benchmark.weightsEqual')}
      </Typography>
      {indicators.length === 0 ? (
        <Typography variant="body2">{translate('list.none')}</Typography>
      ) : (
        <WideTable
          label={name}
          head={[
            label('title'),
            label('unit'),
            label('direction'),
            { text: label('weight'), right: true },
            { text: label('goalpostLow'), right: true },
            { text: label('goalpostHigh'), right: true },
          ]}
        >
          {indicators.map((indicator) => (
            <TableRow key={indicator.id}>
              <TableCell component="th" scope="row">
                <Link component={RouterLink} to={`/benchmarkIndicators/${indicator.id}/show`}>
                  {indicator.title}
                </Link>
              </TableCell>
              <TableCell>{indicator.unit ?? '–'}</TableCell>
              <TableCell>{directionText(indicator, translate)}</TableCell>
              <TableCell align="right">{isGiven ? numberText(indicator.weight) : '–'}</TableCell>
              <TableCell align="right">{figure(indicator.goalpostLow)}</TableCell>
              <TableCell align="right">{figure(indicator.goalpostHigh)}</TableCell>
            </TableRow>
          ))}
        </WideTable>
      )}
    </Section>
  )
}
