import { ProjectRecord } from '../access/index.js'
import { and, BelongsTo, Choice, defineEnum, empty, LongText, type One, or, Record, Text, Url, via, viaWrite } from '../model/index.js'
import { type Fault, type RunSql } from '../model/registry.js'
import { Region } from '../partnership/index.js'
import { Pilot } from '../pilots/index.js'
import { ThematicArea } from '../workplan/index.js'
import { Benchmark } from './benchmark.js'

export const EntryKind = defineEnum('EntryKind', 'What is compared.', ['PILOT', 'REGION', 'ONGOING', 'PROSPECTIVE'], {
  PILOT: 'Pilot action of the project',
  ONGOING: 'Ongoing initiative of others',
  PROSPECTIVE: 'Prospective initiative, not started',
})

@Record({
  room: 'benchmark',
  label: 'Initiative or region of a benchmark',
  labels: 'Initiatives and regions of benchmarks',
  plural: 'benchmarkEntries',
  description: 'One initiative or region that a benchmark compares. A prospective one is placed among the others and not ranked with them.',
  read: and(via('benchmark'), or(empty('pilot'), via('pilot'))),
  write: viaWrite('benchmark'),
  unique: [['benchmark', 'title']],
  order: ['title'],
  rules: async (record, _, run) => [...kindFaults(record), ...(await pilotFaults(record, run))],
  listedIn: { benchmark: { name: 'entries', label: 'Initiatives and regions' } },
})
export class BenchmarkEntry extends ProjectRecord {
  @BelongsTo('Benchmark', () => Benchmark, { input: 'create' })
  benchmark!: One<Benchmark>

  @Choice('Kind', EntryKind)
  kind!: string

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @BelongsTo('Region', () => Region, { optional: true })
  region?: One<Region>

  @BelongsTo('Pilot action', () => Pilot, { optional: true, emptyIsNone: true })
  pilot?: One<Pilot>

  @BelongsTo('Thematic area', () => ThematicArea, { optional: true })
  thematicArea?: One<ThematicArea>

  @LongText('Description', { optional: true, max: 2000, search: true })
  description?: string

  @Text('Source', { max: 300, optional: true, help: 'Where it is described' })
  source?: string

  @Url('Address of the source', { optional: true })
  sourceLink?: string
}

type Values = Readonly<{ [field: string]: unknown }>

function kindFaults({ kind, pilot, region }: Values): Fault[] {
  if (kind === 'PILOT' && !pilot) return [{ path: ['pilotId'], code: 'PILOT_NEEDED', message: 'Say which pilot action it is.' }]
  if (kind !== 'PILOT' && pilot) return [{ path: ['pilotId'], code: 'NOT_A_PILOT', message: 'Only an entry of the kind pilot action names a pilot.' }]
  return kind === 'REGION' && !region ? [{ path: ['regionId'], code: 'REGION_NEEDED', message: 'Say which region it is.' }] : []
}

/** What only a pilot's partner may see is compared with nothing: an edition would show it to all members. */
async function pilotFaults({ pilot }: Values, run: RunSql): Promise<Fault[]> {
  if (!pilot) return []
  const [own] = await run(`SELECT 1 FROM pilot WHERE id = $1 AND audience = 'OWN'`, [pilot])
  return own ? [{ path: ['pilotId'], code: 'PILOT_NOT_SHARED', message: 'Only its partner may read this pilot action. Share it with the members first.' }] : []
}
