/** How large a drawing is, and what of it is left free around the lines. */
export interface PlaneSize {
  readonly width: number
  readonly height: number
  readonly edge: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  /** Room at both ends of the lines, so that the first mark stands off the axis. */
  readonly inset: number
}

interface Point {
  readonly day: string
  readonly value: number
}

/** Where days and values stand in a drawing over time. */
export interface TimePlane extends PlaneSize {
  /** The first and the last day. */
  readonly ends: readonly [string, string]
  readonly ticks: readonly number[]
  /** A day before the first stands at the first, one after the last at the last. */
  readonly x: (day: string) => number
  readonly y: (value: number) => number
  /** Points of a line through them. */
  readonly line: (points: readonly Point[]) => string
}

/** A plane that holds all points, and `days` beside theirs. */
export function timePlane(size: PlaneSize, points: readonly Point[], days: readonly string[] = []): TimePlane {
  const { width, height, edge, inset } = size
  const times = [...points.map(({ day }) => day), ...days].map((day) => Date.parse(day))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const { low, high, ticks } = axisOf(points.map(({ value }) => value))
  const x = (day: string) =>
    edge.left + inset + ((Math.min(Math.max(Date.parse(day), from), to) - from) / (to - from || 1)) * (width - edge.left - edge.right - 2 * inset)
  const y = (value: number) => height - edge.bottom - ((value - low) / (high - low)) * (height - edge.top - edge.bottom)
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  return { ...size, ends: [dayOf(from), dayOf(to)], ticks, x, y, line: (list) => list.map((point) => `${x(point.day)},${y(point.value)}`).join(' ') }
}

/** Round steps of an axis that holds all values; from 0 unless the values are far from it. */
function axisOf(values: readonly number[]): { readonly low: number; readonly high: number; readonly ticks: readonly number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const from = least >= 0 && least < (most - least) * 2 ? 0 : least
  const step = 10 ** Math.floor(Math.log10((most - from || Math.abs(most) || 1) / 2))
  const unit = [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((candidate) => (most - from) / candidate <= 3) ?? step * 10
  const low = Math.floor(from / unit) * unit
  const high = Math.max(Math.ceil(most / unit) * unit, low + unit)
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / unit) + 1 }, (_, index) => low + index * unit) }
}

const MOST_DECIMALS = 12

/** With how many decimals the figures of an axis say what they are. */
export function decimalsOfTicks(ticks: readonly number[]): number {
  const [first = 0, second = first + 1] = ticks
  const isSaid = (decimals: number) => ticks.every((tick) => Math.abs(Number(tick.toFixed(decimals)) - tick) < (second - first) / 1000)
  let decimals = 0
  while (!isSaid(decimals) && decimals < MOST_DECIMALS) decimals += 1
  return decimals
}
