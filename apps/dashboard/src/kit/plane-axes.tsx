import { monthText } from './format'
import type { TimePlane } from './time-plane'

/** The lines of the values with their figures, and the months at both ends. */
export function PlaneAxes({ plane, text }: { plane: TimePlane; text: (tick: number) => string }) {
  const { width, height, edge, ticks, ends, y } = plane
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
            {text(tick)}
          </text>
        </g>
      ))}
      <text x={edge.left} y={height - 6}>
        {monthText(ends[0], 'short')}
      </text>
      <text x={width - edge.right} y={height - 6} textAnchor="end">
        {monthText(ends[1], 'short')}
      </text>
    </>
  )
}
