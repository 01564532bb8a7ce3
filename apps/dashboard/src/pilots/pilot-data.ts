import type { Translate } from '../api/translate'
import { numberText, percentText } from '../kit/format'
import type { Transition } from '../records/machine-moves'
import type { Allowed } from '../records/refusal'

/** An indicator against the target in force, as the rule of progress has it; a ratio as a share of 1. */
interface Standing {
  readonly level: number | null
  readonly measuredOn: string | null
  readonly target: number | null
  /** The level that would do: of a target within the band its nearer bound, else the target. */
  readonly aim: number | null
  /** Null without a level, or without a target that was due. */
  readonly met: boolean | null
}

/** The level after the days on which something was measured: the newest ones, the first of them first. */
interface Series {
  readonly nodes: readonly { readonly onDay: string; readonly level: number | null }[]
  readonly pageInfo: { readonly hasPreviousPage: boolean }
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
  readonly direction: 'MORE' | 'LESS' | 'BAND'
  /** Of a band only. */
  readonly bandLow: number | null
  readonly bandHigh: number | null
  readonly contributors: { readonly nodes: readonly Seat[] }
  readonly targets: { readonly nodes: readonly { readonly dueOn: string; readonly value: number | null }[] }
  readonly standing: Standing | null
  readonly series: Series
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

/** As many days as a small chart can show. */
export const SHOWN_DAYS = 100

/** Targets of an indicator that hold. */
export const targetFields = 'targets(last: 100, filter: {supersededAt: {isNull: true}, value: {isNull: false}}) { nodes { dueOn value } }'

/** Fields of an indicator that its chart and figures need, in a document with `$asOf: Date`. */
export const indicatorFields = `id title unit measure direction bandLow bandHigh
    contributors(first: 50) { nodes { id until partner { id shortName } } }
    ${targetFields}
    standing(asOf: $asOf) { level measuredOn target aim met }
    series(last: ${SHOWN_DAYS}, asOf: $asOf) { nodes { onDay level } pageInfo { hasPreviousPage } }`

/** Fields of a pilot that its page needs, in a document with `$asOf: Date`. */
export const pilotFields = `id version title status startedOn endedOn partner { id shortName }
  can { update { allowed reason by } } availableTransitions { key to allowed reason by }
  plans(last: 20) { nodes { id startsOn endsOn reason recordedAt supersededAt } }
  indicators(first: 50) { nodes { ${indicatorFields} } }
  risks(first: 50) { nodes { id title likelihood impact mitigation owner { shortName } } }`

/** The plan that holds now. */
export const presentPlan = (pilot: PilotFacts): Plan | undefined => pilot.plans.nodes.find((plan) => !plan.supersededAt)

/** The seats that are measured from now. */
export const openSeats = (indicator: IndicatorFacts): readonly Seat[] => indicator.contributors.nodes.filter((seat) => !seat.until)

export interface Shown {
  readonly day: string
  readonly value: number
}

/** What of an indicator says how its figures are shown. */
export type Measured = Pick<IndicatorFacts, 'measure' | 'unit'>

/** A ratio is shown in per cent. */
export const shownScale = ({ measure }: Pick<Measured, 'measure'>): number => (measure === 'RATIO' ? 100 : 1)

/** The level after each of the newest days on which something was measured, as it is shown. */
export const shownPoints = (indicator: IndicatorFacts): Shown[] =>
  indicator.series.nodes.flatMap(({ onDay, level }) => (level === null ? [] : [{ day: onDay, value: level * shownScale(indicator) }]))

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
export const shownText = (indicator: Pick<Measured, 'measure'>, value: number): string =>
  indicator.measure === 'RATIO' ? percentText(value / 100, 1) : numberText(value)

/** Unit of what is shown; per cent stands at the figure itself. */
export const shownUnit = (indicator: Measured): string => (indicator.measure === 'RATIO' ? '' : (indicator.unit ?? ''))

/** The newest level, as it is shown; null where nothing was measured. */
export function shownLevel(indicator: IndicatorFacts): Shown | null {
  const { level = null, measuredOn = null } = indicator.standing ?? {}
  return level === null || measuredOn === null ? null : { day: measuredOn, value: level * shownScale(indicator) }
}

/** The target in force, the level that would do for it, and whether it is met, as they are shown; null where there is nothing to compare. */
export function shownAim(indicator: IndicatorFacts): { readonly target: number; readonly aim: number; readonly met: boolean } | null {
  const { target = null, aim = null, met = null } = indicator.standing ?? {}
  const scale = shownScale(indicator)
  return target === null || aim === null || met === null ? null : { target: target * scale, aim: aim * scale, met }
}
