import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Day, Decimal, defineEnum, Integer, LongText, Moment, type One, Record, Text, via } from '../model/index.js'
import type { BusinessRules, Fault } from '../model/registry.js'
import { Indicator } from '../pilots/index.js'
import { EvaluationDesign, EvaluationPlan } from './evaluation-plan.js'
import { whileJudged, writesResults } from './evaluation-rights.js'
import { hiddenFaults } from './hidden-pilot.js'

export const EffectWording = defineEnum(
  'EffectWording',
  'What is said of an effect; no stronger than the design carries.',
  ['CHANGED', 'WENT_ALONG', 'CONTRIBUTED', 'MOST_LIKELY_CAUSE'],
  {
    CHANGED: 'It changed; why is not known',
    WENT_ALONG: 'It changed along with the pilot; other causes are possible',
    CONTRIBUTED: 'The pilot probably contributed',
    MOST_LIKELY_CAUSE: 'The pilot is the most likely cause',
  },
)
export const EffectLimit = defineEnum('EffectLimit', 'What an effect cannot say.', ['NOTHING_TO_COMPUTE', 'NO_MEASUREMENTS', 'NO_INTERVAL', 'NO_TRENDS'], {
  NOTHING_TO_COMPUTE: 'A contribution story has no figure: its words carry it',
  NO_MEASUREMENTS: 'A period or group has no measurement: no effect can be said',
  NO_INTERVAL: 'Fewer than two partners measured in a group and period: no interval',
  NO_TRENDS: 'Fewer than two days before: the trends before cannot be compared',
})

/**
 * Greatest robustness (Maryland scale, as used by What Works Growth) that a design carries; one more for a comparison over
 * time that says why its two groups are alike. No trial by lot is among the designs, so nothing carries 5.
 */
const carries: Readonly<{ [design: string]: number }> = { CONTRIBUTION_STORY: 1, BEFORE_AFTER: 2, COMPARISON_GROUP: 2, DIFFERENCE_IN_DIFFERENCES: 3 }
/** Least robustness that words ask for. */
const asks: Readonly<{ [wording: string]: number }> = { CHANGED: 1, WENT_ALONG: 2, CONTRIBUTED: 3, MOST_LIKELY_CAUSE: 4 }

const rules: BusinessRules = async (record, _, run) => [
  ...strengthFaults(record),
  ...periodFaults(record),
  ...comparisonFaults(record),
  ...(await hiddenFaults(record, ['indicator', 'comparisonIndicator'], run)),
]

@Record({
  room: 'evaluation',
  label: 'Effect',
  labels: 'Effects',
  description: 'What changed in an indicator, by a design, with its interval, its robustness and its assumptions.',
  columns: ['title', 'plan', 'indicator', 'design', 'effect', 'robustness', 'wording'],
  read: via('plan'),
  write: writesResults,
  verbs: ['create', 'update', 'delete'],
  during: whileJudged,
  deeds: [{ name: 'compute', by: writesResults, during: whileJudged }],
  order: ['title'],
  rules,
  listedIn: { plan: 'effects' },
})
export class EvaluationEffect extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create' })
  plan!: One<EvaluationPlan>

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @BelongsTo('Indicator', () => Indicator)
  indicator!: One<Indicator>

  @Choice('Design', EvaluationDesign)
  design!: string

  @Day('Before: from', { optional: true })
  beforeFrom?: string

  @Day('Before: until', { optional: true })
  beforeUntil?: string

  @Day('After: from', { optional: true })
  afterFrom?: string

  @Day('After: until', { optional: true })
  afterUntil?: string

  @BelongsTo('Indicator of the comparison', () => Indicator, { optional: true, emptyIsNone: true })
  comparisonIndicator?: One<Indicator>

  @LongText('Comparison', { max: 1000, optional: true, emptyIsNone: true, help: 'Which group or region, and why it is like' })
  comparison?: string

  @Integer('Robustness', { min: 1, max: 5, help: '1 a mere account, 3 a comparison over time, 5 a trial by lot' })
  robustness!: number

  @Choice('What is said', EffectWording)
  wording!: string

  @LongText('Assumptions', { max: 4000, help: 'What must hold for it to be true, and what speaks against it' })
  assumptions!: string

  @Decimal('Effect', { input: 'none', optional: true })
  effect?: number

  @Decimal('Effect from', { input: 'none', optional: true, help: 'Lower end of the 95 % interval' })
  effectLow?: number

  @Decimal('Effect to', { input: 'none', optional: true, help: 'Upper end of the 95 % interval' })
  effectHigh?: number

  @Decimal('Effect size', { input: 'none', optional: true, help: 'In standard deviations' })
  effectSize?: number

  @Decimal('Difference of the trends before', { input: 'none', optional: true, help: 'Per 30 days; near 0 where the two groups went alike before' })
  trendDifference?: number

  @Integer('Points before', { input: 'none', optional: true, help: 'Partners or regions that were measured; each counts once in a period' })
  pointsBefore?: number

  @Integer('Points after', { input: 'none', optional: true })
  pointsAfter?: number

  @Integer('Comparison: points before', { input: 'none', optional: true })
  comparisonBefore?: number

  @Integer('Comparison: points after', { input: 'none', optional: true })
  comparisonAfter?: number

  @Choice('What it cannot say', EffectLimit, { input: 'none', optional: true, emptyIsNone: true })
  cannotSay?: string

  @Text('Version of the method', { input: 'none', max: 40, optional: true, emptyIsNone: true })
  methodVersion?: string

  @Moment('Computed', { input: 'none', optional: true, emptyIsNone: true })
  computedAt?: string
}

type Values = Parameters<BusinessRules>[0]

function strengthFaults({ design, robustness, wording, comparison }: Values): Fault[] {
  const alike = design === 'DIFFERENCE_IN_DIFFERENCES' && comparison ? 1 : 0
  const carried = (carries[String(design)] ?? 1) + alike
  const faults: Fault[] = []
  if (Number(robustness) > carried) {
    const message = `This design carries a robustness of ${carried} at most.`
    faults.push({ path: ['robustness'], code: 'STRONGER_THAN_DESIGN', params: { max: carried }, message })
  }
  const needed = asks[String(wording)] ?? 1
  if (needed > Number(robustness)) {
    const message = `These words ask for a robustness of ${needed} at least. Say less, or show more.`
    faults.push({ path: ['wording'], code: 'WORDS_TOO_STRONG', params: { min: needed }, message })
  }
  return faults
}

function periodFaults({ beforeFrom, beforeUntil, afterFrom, afterUntil }: Values): Fault[] {
  const days = [
    ['beforeUntil', beforeFrom, beforeUntil],
    ['afterFrom', beforeUntil, afterFrom],
    ['afterUntil', afterFrom, afterUntil],
  ] as const
  return days
    .filter(([, from, to]) => typeof from === 'string' && typeof to === 'string' && to < from)
    .map(([name]) => ({ path: [name], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }))
}

function comparisonFaults({ design, comparisonIndicator, indicator }: Values): Fault[] {
  const compares = design === 'COMPARISON_GROUP' || design === 'DIFFERENCE_IN_DIFFERENCES'
  if (compares && !comparisonIndicator) {
    return [{ path: ['comparisonIndicatorId'], code: 'COMPARISON_NEEDED', message: 'This design needs the indicator of a comparison.' }]
  }
  if (comparisonIndicator && comparisonIndicator === indicator) {
    return [{ path: ['comparisonIndicatorId'], code: 'SAME_INDICATOR', message: 'An indicator is not compared with itself.' }]
  }
  return []
}
