import { Box } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { type Cell, type Figures, FigureTable } from '../kit/chart-with-table'
import { dayText } from '../kit/format'
import { PlaneAxes } from '../kit/plane-axes'
import { timePlane } from '../kit/time-plane'
import { NewestDays, type Shown, shownScale, shownText, shownUnit } from '../pilots'
import { effectSeriesDocument } from './evaluation.graphql'
import type { EffectFacts } from './evaluation-data'

const SIZE = { width: 560, height: 200, edge: { left: 48, right: 12, top: 22, bottom: 24 }, inset: 10 } as const

/** An indicator's mean over the partners or regions that were measured on a day, day by day. */
export type MeanSeries = AnswerOf<typeof effectSeriesDocument>['indicators']['nodes'][number]

const shownMeans = (of: MeanSeries): Shown[] =>
  of.series.nodes.flatMap(({ onDay, mean }) => (mean === null ? [] : [{ day: onDay, value: mean * shownScale(of) }]))

interface Props {
  readonly effect: EffectFacts
  readonly indicator: MeanSeries
  readonly comparison: MeanSeries | undefined
}

/**
 * Both groups over time on one axis, with the periods that are compared: whether they went alike before is there to be
 * seen. Each point is the mean of the partners or regions that were measured on its day.
 */
export function EffectTrend({ effect, indicator, comparison }: Props) {
  const translate = useTranslate()
  const treated = shownMeans(indicator)
  const compared = comparison ? shownMeans(comparison) : []
  if (treated.length + compared.length === 0) return null
  const title = translate('evaluation.trend', { title: effect.title })
  return (
    <Box component="figure" sx={{ m: 0, my: 1, maxWidth: 640 }}>
      <ChartMarks>
        <ChartMark text={indicator.title}>
          <line x1="0" x2="24" y1="6" y2="6" stroke="var(--data)" strokeWidth="2" />
          <circle cx="12" cy="6" r="3.5" fill="var(--data)" />
        </ChartMark>
        {comparison ? (
          <ChartMark text={translate('evaluation.comparisonIs', { title: comparison.title })}>
            <line x1="0" x2="24" y1="6" y2="6" stroke="var(--ink2)" strokeDasharray="4 3" />
            <rect x="9" y="3" width="6" height="6" fill="var(--surface)" stroke="var(--ink2)" />
          </ChartMark>
        ) : null}
      </ChartMarks>
      <Drawing title={title} effect={effect} indicator={indicator} treated={treated} compared={compared} />
      {[indicator, comparison].some((of) => of?.series.pageInfo.hasPreviousPage) ? <NewestDays /> : null}
      <Box component="details" sx={{ fontSize: 13 }}>
        <Box component="summary" sx={{ py: 1, cursor: 'pointer' }}>
          {translate('evaluation.trendTable')}
        </Box>
        <FigureTable label={title} figures={figuresOf(indicator, comparison, treated, compared, translate('evaluation.day'))} />
      </Box>
    </Box>
  )
}

function figuresOf(indicator: MeanSeries, comparison: MeanSeries | undefined, treated: readonly Shown[], compared: readonly Shown[], day: string): Figures {
  const days = [...new Set([...treated, ...compared].map((point) => point.day))].sort()
  const cell = (of: MeanSeries, points: readonly Shown[], at: string): Cell => {
    const found = points.find((point) => point.day === at)
    return found ? `${shownText(of, found.value)} ${shownUnit(of)}`.trim() : null
  }
  return {
    columns: [{ text: day }, ...[indicator, comparison].flatMap((of) => (of ? [{ text: of.title, as: 'number' as const }] : []))],
    rows: days.map((at) => [dayText(at), cell(indicator, treated, at), ...(comparison ? [cell(comparison, compared, at)] : [])]),
  }
}

interface DrawingProps {
  readonly title: string
  readonly effect: EffectFacts
  readonly indicator: MeanSeries
  readonly treated: readonly Shown[]
  readonly compared: readonly Shown[]
}

function Drawing({ title, effect, indicator, treated, compared }: DrawingProps) {
  const translate = useTranslate()
  const id = useId()
  const plane = timePlane(SIZE, [...treated, ...compared])
  const { x, y, line, ends } = plane
  const { height, edge } = SIZE
  const periods = [
    [translate('evaluation.before'), effect.beforeFrom, effect.beforeUntil],
    [translate('evaluation.after'), effect.afterFrom, effect.afterUntil],
  ] as const
  return (
    <svg role="img" aria-labelledby={id} viewBox={`0 0 ${SIZE.width} ${height}`} style={{ width: '100%', fontSize: 12 }} fill="var(--ink2)">
      <title id={id}>{title}</title>
      {periods.map(([name, start, end]) => {
        const [left, right] = [x(start ?? ends[0]) - 6, x(end ?? ends[1]) + 6]
        return (
          <g key={name}>
            <rect x={left} width={right - left} y={edge.top} height={height - edge.top - edge.bottom} fill="var(--sunken)" stroke="var(--line)" />
            <text x={(left + right) / 2} y={edge.top - 8} textAnchor="middle">
              {name}
            </text>
          </g>
        )
      })}
      <PlaneAxes plane={plane} text={(tick, decimals) => shownText(indicator, tick, decimals)} />
      <polyline points={line(compared)} fill="none" stroke="var(--ink2)" strokeDasharray="4 3" />
      {compared.map((point) => (
        <rect key={point.day} x={x(point.day) - 3} y={y(point.value) - 3} width={6} height={6} fill="var(--surface)" stroke="var(--ink2)" />
      ))}
      <polyline points={line(treated)} fill="none" stroke="var(--data)" strokeWidth={2} />
      {treated.map((point) => (
        <circle key={point.day} cx={x(point.day)} cy={y(point.value)} r={3.5} fill="var(--data)" />
      ))}
    </svg>
  )
}
