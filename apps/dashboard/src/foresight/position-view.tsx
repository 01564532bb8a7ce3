import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { BarRows } from '../kit/bar-rows'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText, percentText } from '../kit/format'
import { divisionText } from './division-text'
import type { Asked, Division, Position } from './position-data'
import { Quotients } from './quotients'
import { Structure } from './structure'

interface Props {
  readonly position: Position
  readonly asked: Asked
}

/** Quotients, specialisation and diversity, shift-share, and where the figures come from. */
export function PositionView({ position, asked }: Props) {
  const translate = useTranslate()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
        <Box sx={{ flex: '1 1 440px', minWidth: 0 }}>
          <Quotients position={position} asked={asked} />
        </Box>
        <Box sx={{ flex: '1 1 420px', minWidth: 0 }}>
          <Structure position={position} asked={asked} />
          <ShiftShare position={position} asked={asked} />
        </Box>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {translate('position.reference', {
          regions: position.reference.join(', '),
          sources: position.sources.join(', '),
          smart_count: position.reference.length,
        })}
        {position.leftOut.length > 0 ? ` ${translate('position.leftOut', { regions: position.leftOut.map(leftOutText).join('; ') })}` : null}
      </Typography>
    </>
  )
}

const leftOutText = ({ code, divisions }: Position['leftOut'][number]) => `${code} (${divisions.join(', ')})`

/** Sums of the first and the last year, over the divisions with a figure of each. */
function amountsOfBothYears(divisions: readonly Division[]): [before: number, after: number] {
  const sums: [number, number] = [0, 0]
  for (const { before, value } of divisions) {
    if (before === null || value === null) continue
    sums[0] += before
    sums[1] += value
  }
  return sums
}

function ShiftShare({ position, asked }: Props) {
  const translate = useTranslate()
  const title = translate('position.shiftShare')
  const parts = [
    { label: translate('position.nationalShare'), value: position.nationalShare },
    { label: translate('position.industryMix'), value: position.industryMix },
    { label: translate('position.regionalShare'), value: position.regionalShare },
  ]
  const columns = [
    { text: translate('position.division') },
    { text: `${asked.fromYear}`, as: 'number' as const },
    { text: `${asked.year}`, as: 'number' as const },
    ...parts.map(({ label }) => ({ text: label, as: 'number' as const })),
  ]
  const rows = position.divisions.map((item) => [
    divisionText(item.division, translate),
    item.before,
    item.value,
    item.nationalShare,
    item.industryMix,
    item.regionalShare,
  ])
  const [before, after] = amountsOfBothYears(position.divisions)
  const whole = [translate('position.whole'), before, after, position.nationalShare, position.industryMix, position.regionalShare]
  const known = parts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value, text: numberText(Math.round(value)) }]))
  const sentence =
    position.regionalShare === null
      ? translate('position.noBefore', { year: asked.fromYear })
      : translate('position.shiftFinding', {
          change: numberText(Math.round(after - before)),
          unit: position.unit,
          own: numberText(Math.round(position.regionalShare)),
          growth: percentText(position.growth, 1),
        })
  return (
    <ChartWithTable title={title} file={`shift-share-${position.code}`} figures={{ columns, rows: [whole, ...rows] }} sentence={sentence}>
      <BarRows label={title} bars={known} />
    </ChartWithTable>
  )
}
