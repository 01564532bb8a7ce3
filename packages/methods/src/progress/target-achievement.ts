import { finite, type Maybe, numbers } from '../shared/checks.js'
import { checkInput, type Form, type InputShape, shaped } from '../shared/input-shape.js'
import { listOf, maybeNumber, number, numberList, text } from '../shared/kinds.js'
import { weightedMean } from '../shared/means.js'
import { MethodError } from '../shared/method-error.js'
import { saying } from '../shared/saying.js'
import { shares } from '../shared/weights.js'

export interface TargetItem {
  /** Where it began; without, the target is counted from 0. */
  readonly baseline?: Maybe<number>
  readonly target: number
  /** Null: not measured yet. */
  readonly actual: Maybe<number>
  /** "at least" (when left out) or "at most" for a ceiling without a baseline. */
  readonly direction?: string
}

export interface TargetAchievementInput extends Partial<TargetItem> {
  readonly items?: readonly TargetItem[]
  /** For the overall achievement of items: relative weights in their order (equal when left out), and the most that one counts, in per cent. */
  readonly weights?: readonly number[]
  readonly cap?: number
  /** Instead: what each indicator of a priority reached of its milestone, in per cent. */
  readonly percentOfMilestone?: readonly number[]
}

export interface TargetAchievementResult {
  /** A number, or a list for `items`; above 100 over-achieved, below 0 moved the wrong way, null unmeasured or target equal to baseline. */
  readonly percent?: Maybe<number> | readonly Maybe<number>[]
  /** Of items: weighted mean of the per cents that there are, each at most the cap; the other weights are rescaled. Null where none is measured. */
  readonly overall?: Maybe<number>
  /** Performance framework of 2014-2020. */
  readonly achieved?: boolean
  readonly seriousFailure?: boolean
}

const item = { baseline: maybeNumber, target: number, actual: maybeNumber, direction: text }
const oneItem: Form<keyof TargetItem> = { needs: ['target', 'actual'], takes: ['baseline', 'direction'] }

const shape: InputShape<TargetAchievementInput> = {
  keys: { ...item, items: listOf(shaped({ keys: item, forms: [oneItem] })), weights: numberList, cap: number, percentOfMilestone: numberList },
  forms: [oneItem, { needs: ['items'], takes: ['weights', 'cap'] }, { needs: ['percentOfMilestone'] }],
}

/**
 * Per cent of a target = 100 (actual - baseline) / (target - baseline), also for falling targets; for a ceiling without a baseline
 * 100 + 100 (target - actual) / target. Milestones are achieved when every indicator reached 85 %, or, of three and more, all but one, which
 * reached 75 %; a serious failure is below 65 % for one of up to two indicators, for two of more.
 *
 * Missing: what is not measured has no per cent, and counts in no overall achievement. Errors: no items, a target of 0 without a baseline, unknown direction. Source: Commission Implementing Regulation (EU) 215/2014,
 * article 6; the ceiling is own, the shortfall below it counted as over-achievement.
 */
export function targetAchievement(input: TargetAchievementInput): TargetAchievementResult {
  checkInput(input, shape)
  if (input.percentOfMilestone !== undefined) return milestones(numbers(input.percentOfMilestone, 'percentOfMilestone'))
  if (input.items !== undefined) return ofItems(input.items, input)
  return { percent: percentOf(input, '') }
}

function ofItems(items: readonly TargetItem[], { weights, cap }: TargetAchievementInput): TargetAchievementResult {
  const percent = items.map((item, index) => percentOf(item, `items[${index}].`))
  const most = cap === undefined ? Number.POSITIVE_INFINITY : finite(cap, 'cap', 0)
  const parts = shares(
    weights,
    items.map((_, index) => String(index)),
  )
  const capped = percent.map((value) => (value === null ? null : Math.min(value, most)))
  return { percent, overall: weightedMean(capped, parts, 'arithmetic', 'items') }
}

function percentOf(item: Partial<TargetItem>, path: string): Maybe<number> {
  const target = finite(item.target, `${path}target`)
  if ((item.actual ?? null) === null) return null
  const actual = finite(item.actual, `${path}actual`)
  const isFalling = isCeiling(item.direction, path)
  if ((item.baseline ?? null) !== null) refuseContradiction(item, isFalling, path)
  if ((item.baseline ?? null) !== null) return change(finite(item.baseline, `${path}baseline`), target, actual)
  if (target === 0) throw new MethodError('TOTAL_ZERO', `${path}target`, 'a target of 0 needs a baseline')
  return isFalling ? 100 + (100 * (target - actual)) / target : (100 * actual) / target
}

const change = (baseline: number, target: number, actual: number) => (target === baseline ? null : (100 * (actual - baseline)) / (target - baseline))

/** With a baseline the target says which way; a direction may only say the same. */
function refuseContradiction({ baseline, target, direction }: Partial<TargetItem>, isFalling: boolean, path: string): void {
  if (direction === undefined || target === baseline || (target as number) < (baseline as number) === isFalling) return
  throw new MethodError('OUT_OF_RANGE', `${path}direction`, `"${direction}" is not the way from the baseline to the target`)
}

function isCeiling(direction: string | undefined, path: string): boolean {
  const ways = { 'at least': /\bleast\b|increase|higher|\bup\b/i, 'at most': /\bmost\b|decrease|lower|\bdown\b|ceiling/i }
  return direction !== undefined && saying(direction, `${path}direction`, ways) === 'at most'
}

function milestones(percents: readonly number[]): TargetAchievementResult {
  const short = percents.filter((percent) => percent < 85)
  const few = percents.length <= 2
  const achieved = short.length === 0 || (!few && short.length === 1 && (short[0] as number) >= 75)
  return { achieved, seriousFailure: percents.filter((percent) => percent < 65).length >= (few ? 1 : 2) }
}
