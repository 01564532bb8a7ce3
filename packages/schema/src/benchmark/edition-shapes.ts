import { defineShape, orAbsent, orNull, part, type ShapeOf } from '../model/index.js'
import { Direction } from '../pilots/index.js'
import { CompositeAggregation, MissingValues, Normalisation, NormalisationDoubt, OutlierTreatment, Weighting } from './benchmark.js'
import { EntryKind } from './benchmark-entry.js'
import { RankGroup } from './rank-group.js'

export const EditionSettings = defineShape('EditionSettings', 'How the benchmark was set when the edition was frozen.', {
  normalisation: part.choice(Normalisation, 'How figures of different units became comparable.'),
  aggregation: part.choice(CompositeAggregation, 'How indicators became one score.'),
  missingValues: part.choice(MissingValues, 'What stands in for a value that is missing.'),
  outliers: part.choice(OutlierTreatment, 'What was done with extreme values.'),
  weighting: part.choice(Weighting, 'Where the weights come from.'),
  weightsDecidedBy: orNull(part.text('Who decided the weights.')),
  weightDoubt: part.decimal('By how much of itself a weight may be wrong, as a share of 1; at every level.'),
  normalisationDoubt: orAbsent(part.choice(NormalisationDoubt, 'Between which normalisations recomputations chose; absent: any.')),
  aggregationDoubt: orAbsent(part.flag('Recomputations chose between both means; absent: they did.')),
  missingDoubt: orAbsent(part.flag('Recomputations chose what stands in for a missing value; absent: they did.')),
})
export type EditionSettings = ShapeOf<typeof EditionSettings>

const FrozenIndicator = defineShape('FrozenIndicator', 'An indicator as an edition froze it.', {
  id: part.id('Identity.'),
  title: part.text('Title.'),
  unit: orNull(part.text('Unit.')),
  definition: orNull(part.text('Definition.')),
  direction: part.choice(Direction, 'Which figures are good.'),
  bandLow: orNull(part.decimal('Low end of the band, of a band only.')),
  bandHigh: orNull(part.decimal('High end of the band, of a band only.')),
  weight: part.decimal('Weight.'),
  goalpostLow: orNull(part.decimal('Low goalpost.')),
  goalpostHigh: orNull(part.decimal('High goalpost.')),
  source: orNull(part.text('Source.')),
  pillarId: orAbsent(part.id('Pillar that it is part of; none: the index itself.')),
  denominatorId: orAbsent(part.id('Indicator that it is counted per, which is not compared itself.')),
  per: orAbsent(part.decimal('Per so many of them; absent: per one.')),
})
export type FrozenIndicator = ShapeOf<typeof FrozenIndicator>

const FrozenPillar = defineShape('FrozenPillar', 'A pillar as an edition froze it.', {
  id: part.id('Identity.'),
  title: part.text('Title.'),
  definition: orNull(part.text('Definition.')),
  weight: part.decimal('Weight beside the others at its level.'),
  aboveId: orAbsent(part.id('Pillar that it is part of; none: the index itself.')),
})
export type FrozenPillar = ShapeOf<typeof FrozenPillar>

const FrozenEntry = defineShape('FrozenEntry', 'An initiative or region as an edition froze it.', {
  id: part.id('Identity.'),
  title: part.text('Title.'),
  kind: part.choice(EntryKind, 'Kind.'),
  description: orNull(part.text('Description.')),
  pilotId: orNull(part.id('Pilot action.')),
  regionCode: orNull(part.text('Code of the region.')),
  regionName: orNull(part.text('Name of the region.')),
  regionPerformance: orNull(part.text('Performance of the region in innovation.')),
  thematicAreaId: orNull(part.id('Thematic area.')),
  thematicArea: orNull(part.translations('Title of the area, by language.')),
  source: orNull(part.text('Source.')),
  sourceLink: orNull(part.text('Link to the source.')),
})
export type FrozenEntry = ShapeOf<typeof FrozenEntry>

export const FrozenValue = defineShape('FrozenValue', 'A value as an edition froze it.', {
  entryId: part.id('Initiative or region.'),
  indicatorId: part.id('Indicator.'),
  value: orNull(part.decimal('Figure; null is missing.')),
  measurementId: orNull(part.id('The version of the measurement that gave it.')),
  onDay: orNull(part.day('Day of the figure.')),
  source: orNull(part.text('Source.')),
  sourceLink: orNull(part.text('Link to the source.')),
})
export type FrozenValue = ShapeOf<typeof FrozenValue>

export const FrozenData = defineShape('FrozenData', 'What an edition froze of its benchmark.', {
  indicators: part.many(FrozenIndicator, 'Indicators, in their order.'),
  pillars: orAbsent(part.many(FrozenPillar, 'Pillars, in their order.')),
  entries: part.many(FrozenEntry, 'Initiatives and regions.'),
  values: part.many(FrozenValue, 'Values of entries by indicator.'),
})
export type FrozenData = ShapeOf<typeof FrozenData>

export const Contribution = defineShape('Contribution', "One indicator's part in a score.", {
  indicatorId: part.id('Indicator.'),
  value: orNull(part.decimal('As it is compared: as it was frozen, or divided; null is missing.')),
  normalised: orNull(part.decimal('Between the worst (0) and the best (1) of the ranked entries.')),
  weight: part.decimal('Weight.'),
  contribution: part.decimal('What it adds to the score; all of them sum to it.'),
})
export type Contribution = ShapeOf<typeof Contribution>

export const Peer = defineShape('Peer', 'A like initiative of a like region, and what makes it alike.', {
  entryId: part.id('The peer.'),
  title: part.text('Its title.'),
  sameRegionPerformance: part.flag('Its region performs alike in innovation.'),
  sameKind: part.flag('It is of the same kind.'),
  sameThematicArea: part.flag('It is of the same thematic area.'),
  distance: orNull(part.decimal('Root mean square difference of the normalised indicators that both have; null when they share none.')),
})
export type Peer = ShapeOf<typeof Peer>

export const PillarScore = defineShape('PillarScore', 'Where an initiative or region stands in one pillar.', {
  pillarId: part.id('Pillar.'),
  score: orNull(part.decimal('Score; null where it has no value in this pillar.')),
  rank: orNull(part.integer('Rank among the ranked entries in this pillar, with the settings as they are; 1 is best.')),
})
export type PillarScore = ShapeOf<typeof PillarScore>

const WeightRange = defineShape('WeightRange', 'What an indicator or pillar weighs, and between what its weight was drawn.', {
  id: part.id('Indicator or pillar.'),
  share: part.decimal('Share of 1 at its level.'),
  shareFrom: part.decimal('The least that was drawn, when all others at its level weighed most.'),
  shareTo: part.decimal('The most that was drawn, when all others at its level weighed least.'),
  effective: part.decimal('Share of 1 in the whole index: the product of the shares on the way up.'),
})
export type WeightRange = ShapeOf<typeof WeightRange>

const EditionUnit = defineShape('EditionUnit', 'Where an initiative or region stands in an edition.', {
  entryId: part.id('Initiative or region.'),
  title: part.text('Title.'),
  kind: part.choice(EntryKind, 'Kind.'),
  regionCode: orNull(part.text('Code of the region.')),
  planned: part.flag('Placed among the ranked ones, and not part of their ranking.'),
  score: orNull(part.decimal('Score.')),
  rank: part.integer('With the settings as they are; 1 is best.'),
  medianRank: part.decimal('Over all recomputations.'),
  rankFrom: part.decimal('5 of 100 recomputations are below.'),
  rankTo: part.decimal('5 of 100 recomputations are above.'),
  firstThird: part.decimal('Share of the recomputations in the first third.'),
  group: part.choice(RankGroup, 'Where it usually stands.'),
  tieGroup: orNull(part.integer('Ranked entries of one number cannot be told apart from the best of their group; null for planned ones.')),
  rankShares: orNull(part.decimals('Of planned entries: share of the recomputations at rank 1, 2, and so on.')),
  contributions: part.many(Contribution, 'What the score is made of.'),
  peers: part.many(Peer, 'At most five like initiatives of like regions.'),
  pillars: orAbsent(part.many(PillarScore, 'Where it stands in each pillar; absent without pillars.')),
})
export type UnitResult = ShapeOf<typeof EditionUnit>

const Influence = defineShape('Influence', 'How much of the movement of ranks a choice explains, as shares of 1.', {
  choice: part.text('Which choice, as NORMALISATION.'),
  alone: orNull(part.decimal('By itself; null when nothing moves. Estimates may fall slightly below 0.')),
  withOthers: orNull(part.decimal('With all that it does together with others.')),
})
export type Influence = ShapeOf<typeof Influence>

export const EditionResult = defineShape('EditionResult', 'What an edition computed.', {
  methodVersion: part.text('Version of the methods.'),
  runs: part.integer('Recomputations.'),
  seed: part.integer('Seed.'),
  meanRankShift: part.decimal('How many ranks an entry is away from its own, on average over entries and recomputations.'),
  units: part.many(EditionUnit, 'Ranked entries in the order of the frozen data, then planned ones.'),
  influences: part.many(Influence, 'Which choice moves the ranks most.'),
  weights: orAbsent(part.many(WeightRange, 'What each indicator and pillar weighs, with the doubt drawn at its level; absent without pillars.')),
})
export type EditionResult = ShapeOf<typeof EditionResult>
