import { Link, TableCell, TableRow, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Translate } from '../api/translate'
import { numberText, percentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { AddLink } from '../records/add-link'
import { mayAdd } from '../records/refusal'
import type { Indicator, Pillar } from './benchmark-data'
import { directionText } from './direction-text'
import { levelTree, type Placed } from './level-tree'
import { PlacePart } from './place-part'
import { unitText } from './unit-text'

interface Props {
  readonly record: RaRecord
  readonly pillars: readonly Pillar[]
  readonly indicators: readonly Indicator[]
  /** Whether this person may move and weigh them. */
  readonly may: boolean
}

/** By what is compared, level by level: the pillars with what they are made of, direction, share of the index, and who decided the weights. */
export function BenchmarkIndicators({ record, pillars, indicators, may }: Props) {
  const translate = useTranslate()
  const name = translate('benchmark.levels')
  const label = (field: string) => translate(`resources.benchmarkIndicators.fields.${field}`)
  const isGiven = record.weighting === 'GIVEN'
  const divides = ({ id }: Indicator) => indicators.some(({ denominator }) => denominator?.id === id)
  const compared = indicators.filter((indicator) => !divides(indicator))
  const placed = [...levelTree(pillars, compared, isGiven), ...indicators.filter(divides).map(divisorRow)]
  const given = (others: readonly unknown[]) => ({ benchmarkId: record.id, projectId: record.project?.id, position: others.length + 1 })
  return (
    <Section
      title={name}
      actions={
        <span>
          {mayAdd(record, 'benchmarkPillars') ? <AddLink plural="benchmarkPillars" given={given(pillars)} /> : null}
          {mayAdd(record, 'benchmarkIndicators') ? <AddLink plural="benchmarkIndicators" given={given(indicators)} /> : null}
        </span>
      }
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {isGiven
          ? translate('benchmark.weightsGiven', { who: String(record.weightsDecidedBy ?? translate('app.unknown')) })
          : translate('benchmark.weightsEqual')}
      </Typography>
      {placed.length === 0 ? (
        <Typography variant="body2">{translate('list.none')}</Typography>
      ) : (
        <WideTable
          label={name}
          head={[
            { text: label('title'), minWidth: 160 },
            { text: translate('benchmark.counts'), minWidth: 160 },
            ...(may ? [translate('benchmark.move')] : []),
            ...(isGiven ? [{ text: label('weight'), right: true }] : []),
            label('unit'),
            label('direction'),
            { text: label('goalpostLow'), right: true },
            { text: label('goalpostHigh'), right: true },
          ]}
        >
          {placed.map((row) => (
            <PartRow key={row.part.id} row={row} isGiven={isGiven} pillars={pillars} may={may} />
          ))}
        </WideTable>
      )}
    </Section>
  )
}

interface Row extends Placed<Pillar, Indicator> {
  /** Others are counted per it, and it is no part of the index. */
  readonly divides?: boolean
}

const divisorRow = (indicator: Indicator): Row => ({ part: indicator, indicator, depth: 0, above: null, share: null, effective: null, divides: true })

interface RowProps {
  readonly row: Row
  readonly isGiven: boolean
  readonly pillars: readonly Pillar[]
  readonly may: boolean
}

const figure = (value: number | null | undefined) => (value === null || value === undefined ? '–' : numberText(value))

/** A pillar or an indicator, as far in as it is deep. */
function PartRow({ row, isGiven, pillars, may }: RowProps) {
  const translate = useTranslate()
  const client = useQueryClient()
  const { part, indicator, depth } = row
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: indicator ? 400 : 650 }}>
        <Link
          component={RouterLink}
          to={`/${indicator ? 'benchmarkIndicators' : 'benchmarkPillars'}/${part.id}/show`}
          sx={{ display: 'inline-block', ml: depth * 2.5 }}
        >
          {part.title}
        </Link>
      </TableCell>
      <TableCell>{row.divides ? translate('benchmark.onlyDivides') : shareText(row, translate)}</TableCell>
      {may ? (
        <TableCell>
          <PlacePart part={part} isIndicator={indicator !== null} pillars={pillars} isGiven={isGiven} onDone={() => void client.invalidateQueries()} />
        </TableCell>
      ) : null}
      {isGiven ? <TableCell align="right">{numberText(part.weight)}</TableCell> : null}
      <TableCell>{(indicator && unitText({ ...indicator, denominatorTitle: indicator.denominator?.title }, translate)) || '–'}</TableCell>
      <TableCell>{indicator ? directionText(indicator, translate) : translate('benchmark.pillar')}</TableCell>
      <TableCell align="right">{figure(indicator?.goalpostLow)}</TableCell>
      <TableCell align="right">{figure(indicator?.goalpostHigh)}</TableCell>
    </TableRow>
  )
}

/** What a part counts, in words: of its pillar, and of the index. */
function shareText({ above, share, effective }: Placed<Pillar, Indicator>, translate: Translate): string {
  if (share === null || effective === null) return translate('app.unknown')
  const whole = percentText(effective, 1)
  return above === null ? translate('benchmark.ofIndex', { whole }) : translate('benchmark.ofPillar', { own: percentText(share, 1), above, whole })
}
