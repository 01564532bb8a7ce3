import { ProjectRecord, User } from '../access/index.js'
import {
  and,
  author,
  BelongsTo,
  Choice,
  Computed,
  defineEnum,
  empty,
  equals,
  every,
  Integer,
  Json,
  Moment,
  type One,
  or,
  Record,
  Text,
  through,
  via,
} from '../model/index.js'
import { Benchmark } from './benchmark.js'
import { EditionResult, EditionSettings, FrozenData } from './edition-shapes.js'

export const EditionState = defineEnum('EditionState', 'Where an edition stands.', ['COMPUTING', 'READY', 'FAILED', 'CANCELLED', 'PUBLISHED'])

/** An entry shows nothing of a pilot whose people have not agreed to it. */
const ofConsentingPilot = or(empty('pilot'), through('pilot', equals('inPublicBenchmarks', 'true')))

@Record({
  room: 'benchmark',
  label: 'Edition of a benchmark',
  labels: 'Editions of benchmarks',
  description:
    'One frozen computation of a benchmark: data, method, settings, seed and version of the methods. A published one is read by anyone, while every pilot action in it may be shown so.',
  columns: ['title', 'benchmark', 'state', 'frozenAt', 'publishedAt'],
  read: or(via('benchmark'), and(equals('state', 'PUBLISHED'), every('results', through('entry', ofConsentingPilot)))),
  order: ['number'],
  unique: [['benchmark', 'number']],
  announced: true,
  listedIn: { benchmark: { name: 'editions', label: 'Editions' } },
})
export class BenchmarkEdition extends ProjectRecord {
  @BelongsTo('Benchmark', () => Benchmark, { input: 'none' })
  benchmark!: One<Benchmark>

  @Integer('Number', { input: 'none', sort: true, isPublic: true })
  number!: number

  @Text('Title', { input: 'none', max: 200, sort: true, search: true, isPublic: true })
  title!: string

  @Choice('State', EditionState, { input: 'none', initial: 'COMPUTING', isPublic: true })
  state!: string

  @Integer('Recomputations', { input: 'none', isPublic: true })
  runs!: number

  @Integer('Seed', { input: 'none', isPublic: true })
  seed!: number

  @Text('Version of the methods', { input: 'none', max: 40, isPublic: true })
  methodVersion!: string

  @Moment('Frozen', { input: 'none', sort: true, isPublic: true })
  frozenAt!: string

  @BelongsTo('Frozen by', () => User, { input: 'none', optional: true, personal: author })
  frozenBy?: One<User>

  @Moment('Computed', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  computedAt?: string

  @Moment('Published', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  publishedAt?: string

  @Text('Why it failed', { input: 'none', optional: true, emptyIsNone: true, max: 500 })
  failure?: string

  @Text('SHA-256 of the result', { input: 'none', optional: true, emptyIsNone: true, max: 64, isPublic: true })
  resultHash?: string

  @Json('Settings', { holds: EditionSettings, isPublic: true })
  settings!: EditionSettings

  @Computed('Title of the benchmark', 'text', (t) => `(SELECT b.title FROM benchmark b WHERE b.id = ${t}.benchmark_id)`, { optional: false, isPublic: true })
  benchmarkTitle!: string

  @Computed('Purpose of the benchmark', 'text', (t) => `(SELECT b.purpose FROM benchmark b WHERE b.id = ${t}.benchmark_id)`, {
    optional: false,
    isPublic: true,
  })
  benchmarkPurpose!: string

  @Computed('Demonstration', 'flag', (t) => `(SELECT p.demonstration FROM project p WHERE p.id = ${t}.project_id)`, { isPublic: true })
  demonstration?: boolean

  @Computed('Newer data exists', 'flag', (t) => `edition_has_newer_data(${t}.id)`, { isPublic: true })
  newerDataExists?: boolean

  @Computed('Frozen data', 'json', (t) => `(SELECT d.frozen FROM benchmark_edition_data d WHERE d.edition_id = ${t}.id)`, { holds: FrozenData, isPublic: true })
  frozen?: FrozenData

  @Computed('Result', 'json', (t) => `(SELECT d.result::jsonb FROM benchmark_edition_data d WHERE d.edition_id = ${t}.id)`, {
    holds: EditionResult,
    isPublic: true,
  })
  result?: EditionResult
}
