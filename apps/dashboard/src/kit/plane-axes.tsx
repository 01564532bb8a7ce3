import { axisDayTexts } from './format'
import { decimalsOfTicks, type TimePlane } from './time-plane'

/** The lines of the values with their figures, and the first and last day. `text`: a figure with so many decimals. */
export function PlaneAxes({ plane, text }: { plane: TimePlane; text: (tick: number, decimals: number) => string }) {
  const { width, height, edge, ticks, ends, y } = plane
  const decimals = decimalsOfTicks(ticks)
  const [first, last] = axisDayTexts(ends)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
            {text(tick, decimals)}
          </text>
        </g>
      ))}
      <text x={edge.left} y={height - 6}>
        {first}
      </text>
      {last === first ? null : (
        <text x={width - edge.right} y={height - 6} textAnchor="end">
          {last}
        </text>
      )}
    </>
  )
}
