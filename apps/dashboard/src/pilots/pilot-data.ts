import type { AnswerOf } from '../api/document'
import type { Translate } from '../api/translate'
import { numberText, percentText } from '../kit/format'
import type { pilotDocument } from './pilot.graphql'

type Answer = AnswerOf<typeof pilotDocument>

/** A pilot with its indicators and their figures. */
export type PilotFacts = NonNullable<Answer['pilot']>

/** Figures that were corrected or taken back. */
export type Corrections = Answer['corrections']

export type IndicatorFacts = PilotFacts['indicators']['nodes'][number]

export type Plan = PilotFacts['plans']['nodes'][number]

/** As many days as a small chart can show. */
export const SHOWN_DAYS = 100

/** The plan that holds now. */
export const presentPlan = (pilot: PilotFacts): Plan | undefined => pilot.plans.nodes.find((plan) => !plan.supersededAt)

/** The move by which a pilot was suspended or cancelled, where it is now; undefined: it is not, or nobody recorded the move. */
export function stoppedBy({ status, transitions }: Pick<PilotFacts, 'status' | 'transitions'>): PilotFacts['transitions']['nodes'][number] | undefined {
  const key = status === 'SUSPENDED' ? 'SUSPEND' : status === 'CANCELLED' ? 'CANCEL' : null
  return transitions.nodes.findLast((move) => move.key === key)
}

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
export const shownText = (indicator: Pick<Measured, 'measure'>, value: number, decimals?: number): string =>
  indicator.measure === 'RATIO' ? percentText(value / 100, decimals ?? 1) : numberText(value, decimals)

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

/** The first and the last day that any of these indicators has a figure for, so that their charts share one axis; none without figures. */
export function sharedDays(indicators: readonly IndicatorFacts[]): readonly string[] {
  const days = indicators.flatMap((indicator) => [...shownPoints(indicator), ...shownTargets(indicator)].map(({ day }) => day)).sort()
  return days.length > 0 ? [days[0] ?? '', days.at(-1) ?? ''] : []
}

/** How far from its aim a level is, in words: 0.4 points of a ratio, 12 visits of a number. */
export const offText = (indicator: Measured, off: number, translate: Translate): string =>
  indicator.measure === 'RATIO' ? translate('pilot.points', { smart_count: off, points: numberText(off) }) : `${numberText(off)} ${shownUnit(indicator)}`.trim()
