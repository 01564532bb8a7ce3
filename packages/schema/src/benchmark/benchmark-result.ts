import { Identified } from '../access/index.js'
import { BelongsTo, Choice, Decimal, Flag, Integer, Json, listOf, type One, Record, Share, Text, via } from '../model/index.js'
import { Project } from '../partnership/index.js'
import { BenchmarkEdition } from './benchmark-edition.js'
import { BenchmarkEntry, EntryKind } from './benchmark-entry.js'
import { Contribution, FrozenValue, Peer, PillarScore } from './edition-shapes.js'
import { RankGroup } from './rank-group.js'

@Record({
  room: 'benchmark',
  label: 'Result of an edition',
  labels: 'Results of editions',
  description: 'Where one initiative or region stands in an edition, with the uncertainty of its rank.',
  read: via('edition'),
  audited: false,
  order: ['medianRank', 'rank', 'title'],
  unique: [['edition', 'entry']],
  summary: true,
  listedIn: { edition: { name: 'results', label: 'Results' } },
})
export class BenchmarkResult extends Identified {
  @BelongsTo('Project', () => Project, { input: 'none' })
  project!: One<Project>

  @BelongsTo('Edition of a benchmark', () => BenchmarkEdition, { input: 'none', isPublic: true })
  edition!: One<BenchmarkEdition>

  @BelongsTo('Initiative or region', () => BenchmarkEntry, { input: 'none' })
  entry!: One<BenchmarkEntry>

  @Text('Title', { input: 'none', max: 200, sort: true, search: true, isPublic: true })
  title!: string

  @Choice('Kind', EntryKind, { input: 'none', isPublic: true })
  kind!: string

  @Text('Code of the region', { input: 'none', max: 5, optional: true, isPublic: true })
  regionCode?: string

  @Flag('Planned', { input: 'none', help: 'Placed among the ranked ones, and not part of their ranking', isPublic: true })
  planned!: boolean

  @Decimal('Score', { input: 'none', optional: true, sort: true, isPublic: true })
  score?: number

  @Integer('Rank', { input: 'none', sort: true, help: 'With the settings as they are; 1 is best', isPublic: true })
  rank!: number

  @Decimal('Median rank', { input: 'none', sort: true, help: 'Over all recomputations', isPublic: true })
  medianRank!: number

  @Decimal('Rank, low end', { input: 'none', help: '5 of 100 recomputations are below', isPublic: true })
  rankFrom!: number

  @Decimal('Rank, high end', { input: 'none', help: '5 of 100 recomputations are above', isPublic: true })
  rankTo!: number

  @Share('In the first third', { input: 'none', sort: true, help: 'Share of the recomputations', isPublic: true })
  firstThird!: number

  @Choice('Group', RankGroup, { input: 'none', isPublic: true })
  rankGroup!: string

  @Integer('Group that cannot be told apart', {
    input: 'none',
    optional: true,
    emptyIsNone: true,
    help: 'From the best of which none of one number can be told apart',
    isPublic: true,
  })
  tieGroup?: number

  @Json('Share of recomputations by rank', {
    optional: true,
    emptyIsNone: true,
    help: 'Of planned ones: at rank 1, 2, and so on',
    holds: listOf('Decimal'),
    isPublic: true,
  })
  rankShares?: readonly number[]

  @Json('What the score is made of', {
    help: 'Per indicator: value, missing or not, normalised, weight, contribution',
    holds: listOf(Contribution),
    isPublic: true,
  })
  contributions!: readonly Contribution[]

  @Json('Peers', {
    help: 'At most five like initiatives of like regions: first those that share most of performance of the region, kind and thematic area, then the nearest profile',
    holds: listOf(Peer),
    isPublic: true,
  })
  peers!: readonly Peer[]

  @Json('Pillars', { optional: true, emptyIsNone: true, help: 'Score and rank in each pillar', holds: listOf(PillarScore), isPublic: true })
  pillars?: readonly PillarScore[]

  @Json('Values as they were frozen', {
    optional: true,
    help: 'Per indicator: figure, and where it comes from',
    holds: listOf(FrozenValue),
    isPublic: true,
  })
  frozenValues?: readonly FrozenValue[]
}
