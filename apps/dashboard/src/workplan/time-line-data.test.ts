import type { AnswerOf } from '../api/document'
import { some } from '../testing/some'
import type { timeLineDocument } from './time-line.graphql'
import { cutLists, endsOf, groupsOf } from './time-line-data'

type Answer = AnswerOf<typeof timeLineDocument>

const none = { totalCount: 0, nodes: [] }
const pilot = {
  status: 'RUNNING',
  startedOn: null,
  startedOnPrecision: null,
  endedOn: null,
  endedOnPrecision: null,
  cancelledOn: null,
  plans: { nodes: [] },
} as const
const unplanned = { plannedStart: null, plannedEnd: null, replannedStart: null, replannedEnd: null, actualStart: null, actualEnd: null }

const answer = (facts: Parameters<typeof some<Answer>>[0]): Answer =>
  some<Answer>({
    workPackages: { nodes: [{ id: 'wp', number: 4, title: 'Pilot actions', leadingPartner: null }] },
    phases: none,
    activities: none,
    deliverables: none,
    milestones: none,
    pilots: none,
    events: none,
    late: none,
    progress: none,
    ...(facts as object),
  })

const DAY = '2014-04-14'
const inPackage = { workPackage: { id: 'wp' } }
const itemsOf = (facts: Parameters<typeof some<Answer>>[0], day = DAY) => groupsOf(answer(facts), day).flatMap(({ items }) => items)

describe('the time line', () => {
  it('shows a work package with what is in it, by kind and day, and what has no day last', () => {
    const [group] = groupsOf(
      answer({
        deliverables: {
          totalCount: 3,
          nodes: [
            { ...inPackage, id: 'some day', title: 'c', dueOn: null, handedInOn: null },
            { ...inPackage, id: 'later', title: 'b', dueOn: '2014-06-30', handedInOn: null },
            { ...inPackage, id: 'first', title: 'a', dueOn: '2014-03-31', handedInOn: null },
          ],
        },
        milestones: { totalCount: 1, nodes: [{ ...inPackage, id: 'chosen', title: 'Pilots chosen', dueOn: '2014-09-30', passedOn: null }] },
        progress: { nodes: [{ workPackageId: 'wp', achieved: 0.5, planned: 0.6, late: 1 }] },
      }),
      DAY,
    )
    expect(group?.items.map(({ id }) => id)).toEqual(['chosen', 'first', 'later', 'some day'])
    expect([group?.items.at(-1)?.planned, group?.progress?.late]).toEqual([null, 1])
  })

  it('shows a work package in which there is nothing, and no other empty group', () => {
    expect(groupsOf(answer({}), DAY).map(({ key, items }) => [key, items.length])).toEqual([['wp', 0]])
  })

  it('shows phases first, what is in no work package after those, and events last', () => {
    const groups = groupsOf(
      answer({
        phases: { nodes: [{ id: 'p', number: 1, title: 'Ideas', startsOn: '2013-01-01', startsOnPrecision: 'YEAR', endsOn: null, endsOnPrecision: null }] },
        pilots: { totalCount: 1, nodes: [{ ...pilot, id: 'x', title: 'Mill', workPackage: null }] },
        events: { totalCount: 1, nodes: [{ id: 'e', title: 'Visit', startsOn: '2013-05-02', startsOnPrecision: 'DAY', endsOn: null, endsOnPrecision: null }] },
      }),
      DAY,
    )
    expect(groups.map(({ key }) => key)).toEqual(['phases', 'wp', 'noPackage', 'events'])
    expect(groups[0]?.items[0]?.planned).toEqual({ from: { first: '2013-01-01', last: '2013-12-31' }, until: null })
    expect(groups[3]?.items[0]?.planned?.until?.last).toBe('2013-05-02')
  })

  it('stands as of its day: what came later has not happened yet', () => {
    const handedIn = { totalCount: 1, nodes: [{ ...inPackage, id: 'd', title: 'Report', dueOn: '2014-03-31', handedInOn: '2014-04-20' }] }
    expect(itemsOf({ deliverables: handedIn })[0]?.ran).toBeNull()
    expect(itemsOf({ deliverables: handedIn }, '2014-04-20')[0]?.ran?.from?.first).toBe('2014-04-20')
  })

  it('shows an activity as it is planned now, and where it was to end before', () => {
    const row = {
      ...unplanned,
      ...inPackage,
      id: 'a',
      number: '4.1',
      title: 'Visits',
      plannedStart: '2013-01-10',
      plannedEnd: '2013-05-31',
      replannedEnd: '2013-08-31',
    }
    const [item] = itemsOf({ activities: { totalCount: 1, nodes: [row] } })
    expect([item?.planned?.from?.first, item?.planned?.until?.first, item?.formerEnd?.first]).toEqual(['2013-01-10', '2013-08-31', '2013-05-31'])
  })

  it('lets a cancelled pilot run until it was cancelled', () => {
    const row = { ...pilot, ...inPackage, id: 'p', title: 'Test bench', status: 'CANCELLED' as const, startedOn: '2013-09-16', cancelledOn: '2014-02-10' }
    expect(itemsOf({ pilots: { totalCount: 1, nodes: [row] } })[0]?.ran?.until?.first).toBe('2014-02-10')
  })

  it('says what is late since when', () => {
    const [item] = itemsOf({
      milestones: { totalCount: 1, nodes: [{ ...inPackage, id: 'm', title: 'Meeting', dueOn: '2014-03-20', passedOn: null }] },
      late: { nodes: [{ recordId: 'm', dueOn: '2014-03-20', daysLate: 25 }] },
    })
    expect(item?.late?.daysLate).toBe(25)
  })

  it('reaches from its first day to its last, its own day among them', () => {
    const groups = groupsOf(
      answer({ milestones: { totalCount: 1, nodes: [{ ...inPackage, id: 'm', title: 'Meeting', dueOn: '2014-03-20', passedOn: null }] } }),
      DAY,
    )
    expect([endsOf(groups, DAY), endsOf([], DAY)]).toEqual([
      ['2014-03-20', DAY],
      [DAY, DAY],
    ])
  })

  it('says of which lists it shows a part', () => {
    expect(cutLists(answer({ pilots: { totalCount: 3, nodes: [{ ...pilot, id: 'p', title: 'Mill', workPackage: null }] } }))).toEqual([
      { list: 'pilots', shown: 1, total: 3 },
    ])
  })
})
