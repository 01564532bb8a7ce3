import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { dayText } from '../kit/format'
import { PlaneAxes } from '../kit/plane-axes'
import { type TimePlane, timePlane } from '../kit/time-plane'
import { NewestDays } from './newest-days'
import { type IndicatorFacts, type Shown, shownAim, shownBand, shownLevel, shownPoints, shownTargets, shownText, shownUnit, targetText } from './pilot-data'

const SIZE = { width: 280, height: 130, edge: { left: 40, right: 12, top: 10, bottom: 22 }, inset: 8 } as const

interface Props {
  readonly indicator: IndicatorFacts
  /** The day spoken of. */
  readonly day: string | null
  /** Days that the axis reaches to beside the indicator's own, so that charts beside each other share one. */
  readonly days?: readonly string[]
}

/** Target against measurement, small; named by what it finds. The same figures stand in the table beside it. */
export function IndicatorChart({ indicator, day, days = [] }: Props) {
  const translate = useTranslate()
  const finding = findingOf(indicator, translate)
  const points = shownPoints(indicator)
  const targets = shownTargets(indicator)
  const all = [...points, ...targets]
  if (all.length === 0) return <p>{translate('pilot.noFigures')}</p>
  const band = shownBand(indicator)
  const [{ day: anyDay = '' } = {}] = all
  const plane = timePlane(SIZE, [...all, ...(band ?? []).map((value) => ({ day: anyDay, value }))], [...days, ...(day ? [day] : [])])
  const { x, y, line } = plane
  const against = shownAim(indicator)
  const last = shownLevel(indicator)
  return (
    <>
      <svg
        role="img"
        aria-label={finding}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        style={{ width: '100%', maxWidth: 360, fontSize: 11, overflow: 'visible' }}
        fill="var(--ink2)"
      >
        {band ? (
          <rect
            x={SIZE.edge.left}
            width={SIZE.width - SIZE.edge.left - SIZE.edge.right}
            y={y(band[1])}
            height={y(band[0]) - y(band[1])}
            fill="var(--tintAccent)"
          />
        ) : null}
        <PlaneAxes plane={plane} text={(tick, decimals) => shownText(indicator, tick, decimals)} />
        {day ? <line x1={x(day)} x2={x(day)} y1={SIZE.edge.top} y2={SIZE.height - SIZE.edge.bottom} stroke="var(--line2)" strokeWidth={1.5} /> : null}
        {against && !against.met && last ? (
          <>
            <defs>
              <pattern id={`hatch-${indicator.id}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="3" />
              </pattern>
            </defs>
            <rect
              x={x(last.day) - 4}
              width={8}
              y={Math.min(y(last.value), y(against.aim))}
              height={Math.abs(y(last.value) - y(against.aim))}
              fill={`url(#hatch-${indicator.id})`}
            />
          </>
        ) : null}
        <polyline points={line(targets)} fill="none" stroke="var(--ink2)" strokeDasharray="4 3" />
        {targets.map((target) => (
          <rect
            key={target.day}
            x={x(target.day) - 3}
            y={y(target.value) - 3}
            width={6}
            height={6}
            fill="var(--surface)"
            stroke="var(--ink2)"
            transform={`rotate(45 ${x(target.day)} ${y(target.value)})`}
          />
        ))}
        <polyline points={line(points)} fill="none" stroke="var(--data)" strokeWidth={2} />
        {points.map((point) => (
          <circle key={point.day} cx={x(point.day)} cy={y(point.value)} r={3.5} fill="var(--data)" />
        ))}
        <Labels indicator={indicator} plane={plane} points={points} targets={targets} />
      </svg>
      {indicator.series.pageInfo.hasPreviousPage ? <NewestDays /> : null}
    </>
  )
}

interface LabelsProps {
  readonly indicator: IndicatorFacts
  readonly plane: TimePlane
  readonly points: readonly Shown[]
  readonly targets: readonly Shown[]
}

/** The newest figure and the last target, each at its mark: the higher one above, the other below. */
function Labels({ indicator, plane: { x, y }, points, targets }: LabelsProps) {
  const [point, target] = [points.at(-1), targets.at(-1)]
  const isAbove = !target || (point !== undefined && point.value >= target.value)
  const at = ({ day, value }: Shown, above: boolean) => ({ x: Math.min(x(day) + 6, SIZE.width), y: y(value) + (above ? -7 : 15), textAnchor: 'end' as const })
  return (
    <g stroke="var(--surface)" strokeWidth="3" paintOrder="stroke">
      {target ? <text {...at(target, !isAbove)}>{shownText(indicator, target.value)}</text> : null}
      {point ? (
        <text {...at(point, isAbove)} fontWeight={650} fill="var(--ink)">
          {shownText(indicator, point.value)}
        </text>
      ) : null}
    </g>
  )
}

/** What a chart finds, in a sentence. */
function findingOf(indicator: IndicatorFacts, translate: Translate): string {
  const last = shownLevel(indicator)
  const against = shownAim(indicator)
  if (!last) return translate('pilot.findingNone', { title: indicator.title })
  const figures = { title: indicator.title, day: dayText(last.day), value: `${shownText(indicator, last.value)} ${shownUnit(indicator)}`.trim() }
  return against
    ? translate('pilot.finding', { ...figures, target: targetText(indicator, against.target, translate) })
    : translate('pilot.findingNoTarget', figures)
}
