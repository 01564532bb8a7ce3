import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import { example, exampleLevel } from './counting-example'
import {
  type IndicatorFacts,
  offText,
  type PilotFacts,
  presentPlan,
  sharedDays,
  shownAim,
  shownBand,
  shownLevel,
  shownPoints,
  shownTargets,
  shownText,
  shownUnit,
  stoppedBy,
  targetText,
} from './pilot-data'

const figures = {
  unit: 'visits',
  bandLow: null,
  bandHigh: null,
  series: {
    nodes: [
      { onDay: '2014-01-31', level: 0.2 },
      { onDay: '2014-02-28', level: null },
      { onDay: '2014-03-31', level: 0.4 },
    ],
  },
  targets: { nodes: [{ dueOn: '2014-06-30', value: 0.5 }] },
  standing: { level: 0.4, measuredOn: '2014-03-31', target: 0.5, aim: 0.45, met: false },
} as const

const ratio = some<IndicatorFacts>({ ...figures, measure: 'RATIO' })
const count = some<IndicatorFacts>({ ...figures, measure: 'NUMBER' })

describe('the figures of an indicator', () => {
  beforeEach(() => speak('en'))

  it('of ratios are shown in per cent, all others as they are', () => {
    expect(shownPoints(ratio).map(({ value }) => value)).toEqual([20, 40])
    expect(shownPoints(count).map(({ value }) => value)).toEqual([0.2, 0.4])
    expect([shownTargets(ratio), shownTargets(count)]).toEqual([[{ day: '2014-06-30', value: 50 }], [{ day: '2014-06-30', value: 0.5 }]])
  })

  it('leave out days on which there is no level', () => {
    expect(shownPoints(count).map(({ day }) => day)).toEqual(['2014-01-31', '2014-03-31'])
  })

  it('carry their unit, or per cent at the figure itself', () => {
    expect([shownText(ratio, 45.25), shownUnit(ratio)]).toEqual(['45.3%', ''])
    expect([shownText(count, 45.25), shownUnit(count), shownUnit({ measure: 'NUMBER', unit: null })]).toEqual(['45.25', 'visits', ''])
  })

  it('end with the newest level, where anything was measured', () => {
    expect([shownLevel(ratio), shownLevel(count)?.value]).toEqual([{ day: '2014-03-31', value: 40 }, 0.4])
    expect(shownLevel({ ...count, standing: null })).toBeNull()
  })

  it('are compared with the target in force, where there is one', () => {
    expect(shownAim(ratio)).toEqual({ target: 50, aim: 45, met: false })
    expect(shownAim(some<IndicatorFacts>({ ...figures, measure: 'NUMBER', standing: { target: null, aim: null, met: null } }))).toBeNull()
  })
})

describe('a band', () => {
  const banded = { ...ratio, bandLow: 0.4, bandHigh: 0.6 }

  it('is shown as its figures are', () => {
    expect([shownBand(banded), shownBand(ratio)]).toEqual([[40, 60], null])
  })

  it('with one end is none', () => {
    expect(shownBand({ ...banded, bandHigh: null })).toBeNull()
  })

  it('is the target where the target lies in it', () => {
    speak('en')
    expect([40, 50, 60].map((target) => targetText(banded, target, said))).toEqual(Array.from({ length: 3 }, () => 'pilot.band (low 40%, high 60%)'))
    expect([targetText(banded, 61, said), targetText(ratio, 50, said)]).toEqual(['61%', '50%'])
  })
})

describe('a pilot', () => {
  it('has the plan that nothing took the place of', () => {
    const plans = {
      nodes: [
        { id: 'one', supersededAt: '2014-01-01T12:00:00Z' },
        { id: 'two', supersededAt: null },
      ],
    }
    expect(presentPlan(some<PilotFacts>({ plans }))?.id).toBe('two')
    expect(presentPlan(some<PilotFacts>({ plans: { nodes: [] } }))).toBeUndefined()
  })
})

describe('the example of counting', () => {
  const { A, B } = example.counted
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
  const mean = (list: readonly number[]) => sum(list) / list.length
  const newest = (list: readonly number[]) => list.at(-1) ?? Number.NaN

  it('comes to what its figures come to', () => {
    const over = { SUM: sum, AVERAGE: mean, LATEST: newest }
    for (const [aggregation, make] of Object.entries(over)) {
      expect(exampleLevel(aggregation, 'SUM')).toBeCloseTo(make(A) + make(B))
      expect(exampleLevel(aggregation, 'AVERAGE')).toBeCloseTo((make(A) + make(B)) / 2)
    }
  })

  it('of a ratio comes to the pooled share', () => {
    const { A: outOfA, B: outOfB } = example.outOf
    expect(exampleLevel('SUM', 'POOLED')).toBeCloseTo((sum(A) + sum(B)) / (sum(outOfA) + sum(outOfB)))
    expect(exampleLevel('LATEST', 'POOLED')).toBeCloseTo((newest(A) + newest(B)) / (newest(outOfA) + newest(outOfB)))
  })

  it('comes to nothing where answers do not go together', () => {
    expect(exampleLevel('AVERAGE', 'POOLED')).toBeNull()
  })
})

describe('a pilot that was stopped', () => {
  const move = (key: string, reason: string) => ({ id: reason, key, reason, onDay: null, recordedAt: '2014-03-03T09:00:00Z', recordedBy: null })
  const transitions = { nodes: [move('SUSPEND', 'flood'), move('RESUME', 'dry'), move('SUSPEND', 'strike')] }
  const pilot = (status: NonNullable<PilotFacts['status']>) => some<PilotFacts>({ status, transitions })

  it('says by its latest move why', () => {
    expect(stoppedBy(pilot('SUSPENDED'))?.reason).toBe('strike')
  })

  it('says nothing while it runs, or where nobody recorded the move', () => {
    expect([stoppedBy(pilot('RUNNING')), stoppedBy(pilot('CANCELLED'))]).toEqual([undefined, undefined])
  })
})

describe('charts beside each other', () => {
  const indicator = (measured: string, due: string) =>
    some<IndicatorFacts>({ measure: 'NUMBER', series: { nodes: [{ onDay: measured, level: 1 }] }, targets: { nodes: [{ dueOn: due, value: 2 }] } })

  it('reach from the first day that any has a figure for to the last', () => {
    expect(sharedDays([indicator('2014-01-31', '2014-06-30'), indicator('2013-05-31', '2014-03-31')])).toEqual(['2013-05-31', '2014-06-30'])
    expect(sharedDays([])).toEqual([])
  })
})

it('a level is off by points of a ratio, and by what else is counted', () => {
  speak('en')
  expect(offText({ measure: 'RATIO', unit: null }, 0.4, said)).toBe('pilot.points (smart_count 0.4, points 0.4)')
  expect(offText({ measure: 'NUMBER', unit: 'visits' }, 12, said)).toBe('12 visits')
})
