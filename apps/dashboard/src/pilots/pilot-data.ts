import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/graphql'
import type { Translate } from '../api/translate'
import { numberText, percentText } from '../kit/format'
import type { Transition } from '../records/machine-moves'
import type { Allowed } from '../records/refusal'

export interface Point {
  readonly id: string
  readonly onDay: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
  readonly contributor: { readonly id: string } | null
}

export interface Seat {
  readonly id: string
  readonly until: string | null
  readonly partner: { readonly id: string; readonly shortName: string } | null
}

export interface IndicatorFacts {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly measure: 'NUMBER' | 'RATIO' | 'SCALE'
  readonly aggregation: 'SUM' | 'AVERAGE' | 'LATEST'
  readonly combination: 'SUM' | 'AVERAGE' | 'POOLED'
  readonly direction: 'MORE' | 'LESS' | 'BAND'
  /** Of a band only. */
  readonly bandLow: number | null
  readonly bandHigh: number | null
  readonly baseline: number | null
  readonly scaleMax: number | null
  readonly contributors: { readonly nodes: readonly Seat[] }
  readonly targets: { readonly nodes: readonly { readonly dueOn: string; readonly value: number | null }[] }
  readonly measurements: { readonly nodes: readonly Point[] }
}

export interface Plan {
  readonly id: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly reason: string | null
  readonly recordedAt: string
  readonly supersededAt: string | null
}

export interface RiskFacts {
  readonly id: string
  readonly title: string
  readonly likelihood: number
  readonly impact: number
  readonly mitigation: string | null
  readonly owner: { readonly shortName: string } | null
}

export interface PilotFacts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly status: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly partner: { readonly id: string; readonly shortName: string } | null
  readonly can: { readonly update: Allowed }
  readonly availableTransitions: readonly Transition[]
  readonly plans: { readonly nodes: readonly Plan[] }
  readonly indicators: { readonly nodes: readonly IndicatorFacts[] }
  readonly risks: { readonly nodes: readonly RiskFacts[] }
}

/** Records measurements, all or none; `dryRun` answers what would change. */
export const recordMeasurements =
  'mutation ($input: [MeasurementInput!]!, $dryRun: Boolean!) { recordMeasurements(input: $input, dryRun: $dryRun) { recorded changes { pilotId before after planned } } }'

const open = 'filter: {supersededAt: {isNull: true}'

/** Fields of an indicator that charts and entry need. */
export const indicatorFields = `id title unit measure aggregation combination direction bandLow bandHigh baseline scaleMax
    contributors(first: 50) { nodes { id until partner { id shortName } } }
    targets(first: 100, ${open}, value: {isNull: false}}) { nodes { dueOn value } }
    measurements(first: 100, ${open}, retracted: {eq: false}}) { nodes { id onDay value numerator denominator reason contributor { id } } }`

/** Fields of a pilot that its page and the entry of its measurements need. */
export const pilotFields = `id version title status startedOn endedOn partner { id shortName }
  can { update { allowed reason by } } availableTransitions { key to allowed reason by }
  plans(first: 20) { nodes { id startsOn endsOn reason recordedAt supersededAt } }
  indicators(first: 50) { nodes { ${indicatorFields} } }
  risks(first: 50) { nodes { id title likelihood impact mitigation owner { shortName } } }`

const document = `query ($id: ID!) { pilot(id: $id) { ${pilotFields} } }`

/** A pilot with its indicators and their figures. */
export function usePilot(id: string) {
  return useQuery({ queryKey: ['pilot', id], queryFn: ({ signal }) => ask<{ pilot: PilotFacts | null }>(document, { id }, signal).then(({ pilot }) => pilot) })
}

/** The plan that holds now. */
export const presentPlan = (pilot: PilotFacts): Plan | undefined => pilot.plans.nodes.find((plan) => !plan.supersededAt)

/** The seats that are measured from now. */
export const openSeats = (indicator: IndicatorFacts): readonly Seat[] => indicator.contributors.nodes.filter((seat) => !seat.until)

export interface Shown {
  readonly day: string
  readonly value: number
}

const addUp = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * The level of an indicator after each day on which something was measured, by its own way of adding up: over time for
 * each seat, then over seats. A ratio is shown in per cent. For the eye only: figures of progress come from the API.
 */
export function shownPoints(indicator: IndicatorFacts, until?: string | null): Shown[] {
  const points = indicator.measurements.nodes.filter((point) => !until || point.onDay <= until)
  const days = [...new Set(points.map((point) => point.onDay))].sort()
  return days.map((day) => ({
    day,
    value: levelOf(
      indicator,
      points.filter((point) => point.onDay <= day),
    ),
  }))
}

type Counting = Pick<IndicatorFacts, 'measure' | 'aggregation' | 'combination' | 'baseline'>

/** The level that points make together. */
export function levelOf(indicator: Counting, points: readonly Pick<Point, 'value' | 'numerator' | 'denominator' | 'contributor'>[]): number {
  const seats = [...new Set(points.map((point) => point.contributor?.id))].map((id) => points.filter((point) => point.contributor?.id === id))
  const overTime = (pick: (point: (typeof points)[number]) => number | null) =>
    seats.map((seat) => {
      const values = seat.map((point) => pick(point) ?? 0)
      if (indicator.aggregation === 'SUM') return addUp(values)
      return indicator.aggregation === 'AVERAGE' ? addUp(values) / values.length : (values.at(-1) ?? 0)
    })
  if (indicator.measure === 'RATIO') return (addUp(overTime((point) => point.numerator)) / (addUp(overTime((point) => point.denominator)) || 1)) * 100
  const values = overTime((point) => point.value)
  const level = indicator.combination === 'AVERAGE' ? addUp(values) / (values.length || 1) : addUp(values)
  return level + (indicator.aggregation === 'SUM' ? (indicator.baseline ?? 0) : 0)
}

/** The mean over the seats that were measured on each day; a ratio counts all cases together and is shown in per cent. */
export function meanPoints(indicator: IndicatorFacts): Shown[] {
  const points = indicator.measurements.nodes
  const days = [...new Set(points.map((point) => point.onDay))].sort()
  return days.map((day) => {
    const measured = points.filter((point) => point.onDay === day)
    const sum = (pick: (point: Point) => number | null) => addUp(measured.map((point) => pick(point) ?? 0))
    const isRatio = indicator.measure === 'RATIO'
    return {
      day,
      value: isRatio ? (sum((point) => point.numerator) / (sum((point) => point.denominator) || 1)) * 100 : sum((point) => point.value) / measured.length,
    }
  })
}

const shownScale = ({ measure }: IndicatorFacts): number => (measure === 'RATIO' ? 100 : 1)

/** Targets as they are shown: a ratio in per cent. */
export function shownTargets(indicator: IndicatorFacts): Shown[] {
  return indicator.targets.nodes.map((target) => ({ day: target.dueOn, value: (target.value ?? 0) * shownScale(indicator) }))
}

/** The band as it is shown; null where more or less is better. */
export function shownBand(indicator: IndicatorFacts): readonly [number, number] | null {
  const { bandLow, bandHigh } = indicator
  return bandLow === null || bandHigh === null ? null : [bandLow * shownScale(indicator), bandHigh * shownScale(indicator)]
}

/** A target in words: one within the band means the band. */
export function targetText(indicator: IndicatorFacts, target: number, translate: Translate): string {
  const band = shownBand(indicator)
  if (!band || target < band[0] || target > band[1]) return shownText(indicator, target)
  return translate('pilot.band', { low: shownText(indicator, band[0]), high: shownText(indicator, band[1]) })
}

/** A figure as it is shown: a ratio as per cent. */
export const shownText = (indicator: IndicatorFacts, value: number): string => (indicator.measure === 'RATIO' ? percentText(value / 100, 1) : numberText(value))

/** Unit of what is shown; per cent stands at the figure itself. */
export const shownUnit = (indicator: IndicatorFacts): string => (indicator.measure === 'RATIO' ? '' : (indicator.unit ?? ''))

interface Standing {
  readonly level: number
  readonly target: number
  /** The level that would do: of a target within the band its nearer bound, else the target. */
  readonly aim: number
  readonly met: boolean
}

/** The newest level against the last target that was due by the day; null where there is none of either. */
export function standingOf(indicator: IndicatorFacts, day: string | null): Standing | null {
  const level = shownPoints(indicator, day).at(-1)?.value
  const target = shownTargets(indicator)
    .filter((candidate) => !day || candidate.day <= day)
    .at(-1)?.value
  if (level === undefined || target === undefined) return null
  const band = shownBand(indicator)
  if (!band) return { level, target, aim: target, met: indicator.direction === 'MORE' ? level >= target : level <= target }
  const outside = (value: number) => Math.max(band[0] - value, value - band[1], 0)
  const aim = outside(target) === 0 ? Math.min(Math.max(level, band[0]), band[1]) : target
  return { level, target, aim, met: outside(level) <= outside(target) }
}
