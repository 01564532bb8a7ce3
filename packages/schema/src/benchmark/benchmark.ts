import { ProjectRecord } from '../access/index.js'
import { and, atWork, Choice, defineEnum, differs, Flag, Integer, LongText, members, or, Record, role, Share, Text } from '../model/index.js'
import { type Fault } from '../model/registry.js'

export const Normalisation = defineEnum('Normalisation', 'How figures of different units become comparable.', ['MIN_MAX', 'Z_SCORE', 'GOALPOST', 'RANK'], {
  MIN_MAX: 'Between the lowest and the highest',
  Z_SCORE: 'Distance from the mean',
  GOALPOST: 'Between fixed goalposts',
  RANK: 'Rank',
})
export const CompositeAggregation = defineEnum('CompositeAggregation', 'How indicators become one score.', ['ARITHMETIC', 'GEOMETRIC'], {
  ARITHMETIC: 'Weighted mean: strengths make up for weaknesses',
  GEOMETRIC: 'Geometric mean: weaknesses weigh more',
})
export const MissingValues = defineEnum('MissingValues', 'What stands in for a value that is missing.', ['LEAVE_OUT', 'MEAN', 'MEDIAN'], {
  LEAVE_OUT: 'Leave it out; the other indicators count for more',
  MEAN: 'Mean of the others',
  MEDIAN: 'Median of the others',
})
export const OutlierTreatment = defineEnum('OutlierTreatment', 'What is done with extreme values.', ['NONE', 'WINSORISED'], {
  NONE: 'Leave them',
  WINSORISED: 'Draw them in to the next value',
})
export const Weighting = defineEnum('Weighting', 'Where the weights come from.', ['EQUAL', 'GIVEN'], {
  EQUAL: 'All count alike',
  GIVEN: 'Given, by whom it says',
})
export const NormalisationDoubt = defineEnum(
  'NormalisationDoubt',
  'Between which normalisations recomputations choose.',
  ['ALL', 'MIN_MAX_OR_DISTANCE', 'NONE'],
  {
    ALL: 'Any of them; fixed goalposts where every indicator has them',
    MIN_MAX_OR_DISTANCE: 'Between the lowest and the highest, or distance from the mean on a scale around 10',
    NONE: 'None: as it is set',
  },
)
export const BenchmarkStatus = defineEnum('BenchmarkStatus', 'Where a benchmark stands.', ['DRAFT', 'IN_USE', 'CLOSED'], { IN_USE: 'In use' })

/** Who composes benchmarks: the lead partner and the evaluators. */
export const composers = role('LEAD_PARTNER', 'EVALUATOR')

@Record({
  room: 'benchmark',
  label: 'Benchmark',
  labels: 'Benchmarks',
  description: 'What is compared, by which indicators, and how they become one score. An edition freezes and computes it.',
  columns: ['title', 'status', 'compares', 'normalisation', 'weighting'],
  read: or(atWork(), and(members(), differs('status', 'DRAFT'))),
  write: composers,
  order: ['title'],
  unique: [['project', 'title']],
  rules: ({ weighting, weightsDecidedBy }): Fault[] =>
    weighting === 'GIVEN' && !weightsDecidedBy ? [{ path: ['weightsDecidedBy'], code: 'DECIDER_NEEDED', message: 'Say who decided the weights.' }] : [],
})
export class Benchmark extends ProjectRecord {
  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @LongText('Purpose', { max: 2000, help: 'What the comparison is for' })
  purpose!: string

  @LongText('What is compared', { max: 2000, help: 'Which initiatives or regions, and which not' })
  compares!: string

  @Choice('Status', BenchmarkStatus, { initial: 'DRAFT' })
  status!: string

  @Choice('Normalisation', Normalisation, { initial: 'MIN_MAX' })
  normalisation!: string

  @Choice('Aggregation', CompositeAggregation, { initial: 'ARITHMETIC' })
  aggregation!: string

  @Choice('Missing values', MissingValues, { initial: 'LEAVE_OUT' })
  missingValues!: string

  @Choice('Outliers', OutlierTreatment, { initial: 'NONE' })
  outliers!: string

  @Choice('Weights', Weighting, { initial: 'EQUAL' })
  weighting!: string

  @Text('Who decided the weights', {
    max: 300,
    optional: true,
    emptyIsNone: true,
    help: 'People or body, and when',
    personal: 'Who decided for the partnership, as a body',
  })
  weightsDecidedBy?: string

  @Share('Doubt about the weights', { initial: 0.25, max: 0.9, help: 'By how much of itself a weight may be wrong, as a share of 1; at every level' })
  weightDoubt!: number

  @Choice('Doubt about the normalisation', NormalisationDoubt, { initial: 'ALL' })
  normalisationDoubt!: string

  @Flag('Doubt about the aggregation', { initial: true, help: 'Recomputations choose between the weighted and the geometric mean' })
  aggregationDoubt!: boolean

  @Flag('Doubt about missing values', { initial: true, help: 'Recomputations choose between leaving them out, the mean and the median' })
  missingDoubt!: boolean

  @Integer('Recomputations', { initial: 10_000, min: 100, max: 50_000, help: 'How often an edition is computed with other choices' })
  runs!: number

  @Integer('Seed', { initial: 1, min: 0, help: 'The same seed draws the same choices' })
  seed!: number
}
