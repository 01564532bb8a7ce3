import { useTranslate } from 'react-admin'
import { dayText, numberText } from '../app/format'
import { type IndicatorFacts, shownPoints, shownTargets } from './pilot-data'

const [WIDTH, HEIGHT, EDGE] = [260, 110, 14] as const

/** Target against measurement, small; named by what it finds. */
export function IndicatorChart({ indicator }: { indicator: IndicatorFacts }) {
  const translate = useTranslate()
  const points = shownPoints(indicator)
  const targets = shownTargets(indicator)
  const all = [...points, ...targets]
  if (all.length === 0) return <em>{translate('app.unknown')}</em>
  const times = all.map(({ day }) => Date.parse(day))
  const values = all.map(({ value }) => value)
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const [low, high] = [Math.min(0, ...values), Math.max(...values, 1)]
  const x = (day: string) => EDGE + ((Date.parse(day) - from) / (to - from || 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE)
  const line = (list: typeof points) => list.map(({ day, value }) => `${x(day)},${y(value)}`).join(' ')
  const last = points.at(-1)
  const name = last ? `${indicator.title}: ${numberText(last.value)}, ${dayText(last.day)}` : indicator.title
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} style={{ width: '100%', maxWidth: 320 }}>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} stroke="var(--line2)" />
      <polyline points={line(targets)} fill="none" stroke="var(--ink2)" strokeDasharray="4 3" />
      {targets.map(({ day, value }) => (
        <rect
          key={day}
          x={x(day) - 3}
          y={y(value) - 3}
          width={6}
          height={6}
          fill="var(--surface)"
          stroke="var(--ink2)"
          transform={`rotate(45 ${x(day)} ${y(value)})`}
        />
      ))}
      <polyline points={line(points)} fill="none" stroke="var(--data)" strokeWidth={2} />
      {points.map(({ day, value }) => (
        <circle key={day} cx={x(day)} cy={y(value)} r={3} fill="var(--data)" />
      ))}
    </svg>
  )
}
