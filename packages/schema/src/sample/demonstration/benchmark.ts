import type { SampleRow } from '../sample-rows.js'
import benchmark from './benchmark.json' with { type: 'json' }
import { monthEnds } from './pilots.js'
import { id, inProject } from './rows.js'
import { type Story, stories } from './stories.js'

const KEY = 'initiatives'

/** An edition that loading the sample freezes, computes as any other, and publishes. */
export interface SampleEdition {
  readonly id: string
  readonly benchmarkId: string
  readonly frozenAt: string
  readonly published: boolean
  /** Values that were corrected after it was frozen. */
  readonly correctedAfter: readonly { readonly id: string; readonly value: number }[]
}

/** The demonstration's two editions: after the first one two figures were corrected. */
export const sampleEditions: readonly SampleEdition[] = [
  {
    id: id('BenchmarkEdition', 1),
    benchmarkId: id('Benchmark', KEY),
    frozenAt: '2014-04-11T10:00:00Z',
    published: true,
    correctedAfter: benchmark.corrected.map(({ entry, indicator, value }) => ({ id: id('BenchmarkValue', `${entry}/${indicator}`), value })),
  },
  { id: id('BenchmarkEdition', 2), benchmarkId: id('Benchmark', KEY), frozenAt: '2014-04-14T10:00:00Z', published: false, correctedAfter: [] },
]

type Entry = (typeof benchmark.entries)[number]

const keyOf = (entry: Entry) => entry.story ?? entry.key ?? ''
const storyOf = (entry: Entry) => stories.find(({ key }) => key === entry.story)

/** Month ends on which a pilot of the demonstration was last measured, by indicator. */
function lastMeasured(story: Story): Readonly<Record<string, string | undefined>> {
  const months = story.start ? monthEnds(story.start) : []
  const quarter = months.filter((_, month) => month % 3 === 2).at(-1)
  return { satisfied: quarter, days: quarter, rating: months.at(-1) }
}

function entryRow(entry: Entry): SampleRow {
  const story = storyOf(entry)
  const region = story?.partner ?? entry.region ?? 1
  return inProject('BenchmarkEntry', keyOf(entry), {
    benchmark: id('Benchmark', KEY),
    kind: story ? 'PILOT' : entry.kind,
    title: story?.title ?? entry.title,
    region: id('Region', `XX${String(region).padStart(2, '0')}`),
    thematicArea: id('ThematicArea', story?.area ?? entry.area ?? 1),
    ...(story ? { pilot: id('Pilot', story.key) } : {}),
    description: story?.summary ?? 'Invented for the demonstration.',
    source: story ? 'Pilot action of the demonstration' : 'Invented',
  })
}

function valueRows(entry: Entry): SampleRow[] {
  const story = storyOf(entry)
  const of = (indicator: string, values: Record<string, unknown>) =>
    inProject('BenchmarkValue', `${keyOf(entry)}/${indicator}`, {
      entry: id('BenchmarkEntry', keyOf(entry)),
      indicator: id('BenchmarkIndicator', indicator),
      ...values,
    })
  const entered = Object.entries(entry.values).map(([indicator, value]) => of(indicator, { value, onDay: '2014-03-31', source: 'Invented' }))
  const measured = story
    ? Object.entries(lastMeasured(story)).flatMap(([indicator, day]) =>
        day ? [of(indicator, { measurement: id('Measurement', `${story.key}/${indicator}/${day}`) })] : [],
      )
    : []
  return [...entered, ...measured]
}

/** One benchmark of twelve fictional initiatives, two of them not begun. */
export function benchmarkRows(): SampleRow[] {
  return [
    inProject('Benchmark', KEY, {
      title: 'Pilot actions and like initiatives',
      purpose: 'To see where the pilot actions stand among like initiatives of like regions, and where a planned one would.',
      compares: 'Initiatives that serve the firms of a cluster; not those that only finance it. Everything in it is invented.',
      status: 'IN_USE',
      weighting: 'GIVEN',
      weightsDecidedBy: 'Workshop of the fictional partners, 20 February 2014',
      seed: 20140411,
    }),
    ...benchmark.pillars.map(({ key, ...values }, index) =>
      inProject('BenchmarkPillar', key, { benchmark: id('Benchmark', KEY), position: index + 1, ...values }),
    ),
    ...benchmark.indicators.map(({ key, pillar, goalposts: [goalpostLow, goalpostHigh], ...values }, index) =>
      inProject('BenchmarkIndicator', key, {
        ...{ benchmark: id('Benchmark', KEY), pillar: id('BenchmarkPillar', pillar), position: index + 1 },
        ...{ goalpostLow, goalpostHigh, source: 'Invented', ...values },
      }),
    ),
    ...benchmark.entries.map(entryRow),
    ...benchmark.entries.flatMap(valueRows),
  ]
}
