import { useTranslate } from 'react-admin'
import { dayText, monthText } from '../app/format'
import type { Translate } from '../app/i18n'
import { axisOf } from '../app/value-axis'
import { type IndicatorFacts, type Shown, shownPoints, shownTargets, shownText, shownUnit, standingOf } from './pilot-data'

const [WIDTH, HEIGHT] = [280, 130] as const
/** Room at both ends of the lines, so that the first mark stands off the axis. */
const INSET = 8
const EDGE = { left: 40, right: 12, top: 10, bottom: 22 } as const

/** Target against measurement, small; named by what it finds. The same figures stand in the table beside it. */
export function IndicatorChart({ indicator, day }: { indicator: IndicatorFacts; day: string | null }) {
  const translate = useTranslate()
  const finding = findingOf(indicator, day, translate)
  const points = shownPoints(indicator, day)
  const targets = shownTargets(indicator)
  const all = [...points, ...targets]
  if (all.length === 0) return <p>{translate('pilot.noFigures')}</p>
  const times = [...all.map((point) => Date.parse(point.day)), ...(day ? [Date.parse(day)] : [])]
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const { low, high, ticks } = axisOf(all.map(({ value }) => value))
  const x = (at: string) => EDGE.left + INSET + ((Date.parse(at) - from) / (to - from || 1)) * (WIDTH - EDGE.left - EDGE.right - 2 * INSET)
  const y = (value: number) => HEIGHT - EDGE.bottom - ((value - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom)
  const line = (list: readonly Shown[]) => list.map((point) => `${x(point.day)},${y(point.value)}`).join(' ')
  const standing = standingOf(indicator, day)
  const last = points.at(-1)
  const ends = [from, to].map((time) => new Date(time).toISOString().slice(0, 10)) as [string, string]
  return (
    <svg role="img" aria-label={finding} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} style={{ width: '100%', maxWidth: 360, fontSize: 11 }} fill="var(--ink2)">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
            {shownText(indicator, tick)}
          </text>
        </g>
      ))}
      <text x={EDGE.left} y={HEIGHT - 6}>
        {monthText(ends[0], 'short')}
      </text>
      <text x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end">
        {monthText(ends[1], 'short')}
      </text>
      {day ? <line x1={x(day)} x2={x(day)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} stroke="var(--line2)" strokeWidth={1.5} /> : null}
      {standing && !standing.met && last ? (
        <>
          <defs>
            <pattern id={`hatch-${indicator.id}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="3" />
            </pattern>
          </defs>
          <rect
            x={x(last.day) - 4}
            width={8}
            y={Math.min(y(last.value), y(standing.target))}
            height={Math.abs(y(last.value) - y(standing.target))}
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
    </svg>
  )
}

/** What a chart finds, in a sentence. */
function findingOf(indicator: IndicatorFacts, day: string | null, translate: Translate): string {
  const last = shownPoints(indicator, day).at(-1)
  const standing = standingOf(indicator, day)
  if (!last) return translate('pilot.findingNone', { title: indicator.title })
  const figures = { title: indicator.title, day: dayText(last.day), value: `${shownText(indicator, last.value)} ${shownUnit(indicator)}`.trim() }
  return standing ? translate('pilot.finding', { ...figures, target: shownText(indicator, standing.target) }) : translate('pilot.findingNoTarget', figures)
}
