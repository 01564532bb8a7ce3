import { said, speak } from '../testing/page'
import { itemLabel, itemSentence } from './item-sentence'
import { spanOf, stretchOf } from './stretch'
import type { Item } from './time-line-data'

const plain: Item = { id: '1', list: 'activities', name: 'Visits', planned: null, ran: null, formerEnd: null, late: null, status: null }
const due = stretchOf(spanOf('2014-03-31'), spanOf('2014-03-31'))

describe('an item in words', () => {
  beforeEach(() => speak('en'))

  it('says from when to when, as exactly as it is known', () => {
    const planned = stretchOf(spanOf('2013-06-01', 'MONTH'), spanOf('2014-01-01', 'YEAR'))
    expect(itemSentence({ ...plain, planned }, said)).toBe('timeline.fromTo (from June 2013, until 2014)')
  })

  it('says which end is not known', () => {
    expect(itemSentence({ ...plain, planned: stretchOf(spanOf('2013-06-01'), null) }, said)).toBe('timeline.onlyFrom (from 1 June 2013)')
    expect(itemSentence({ ...plain, planned: stretchOf(null, spanOf('2013-06-01')) }, said)).toBe('timeline.onlyUntil (until 1 June 2013)')
  })

  it('says that no date is known', () => expect(itemSentence(plain, said)).toBe('timeline.undated'))

  it('says that it is late, which also stands beside its mark', () => {
    const item: Item = { ...plain, list: 'deliverables', planned: due, late: { dueOn: '2014-03-31', daysLate: 14 } }
    expect(itemSentence(item, said)).toBe('timeline.due (day 31 March 2014); home.daysLate (smart_count 14)')
    expect(itemLabel(item, said)).toBe('home.daysLate (smart_count 14)')
  })

  it('says when it was handed in, passed, cancelled, or since when it runs', () => {
    const on = stretchOf(spanOf('2014-03-30'), spanOf('2014-03-30'))
    expect(itemLabel({ ...plain, list: 'deliverables', planned: due, ran: on }, said)).toBe('workplan.handedIn (day 30 March 2014)')
    expect(itemLabel({ ...plain, list: 'milestones', planned: due, ran: on }, said)).toBe('workplan.passed (day 30 March 2014)')
    const ran = stretchOf(spanOf('2013-09-16'), spanOf('2014-02-10'))
    expect(itemSentence({ ...plain, list: 'pilots', ran, status: 'CANCELLED' }, said)).toBe(
      'timeline.cancelled (from 16 September 2013, until 10 February 2014); enums.PilotStatus.CANCELLED',
    )
    expect(itemSentence({ ...plain, ran: stretchOf(spanOf('2013-09-16'), null) }, said)).toBe('timeline.since (from 16 September 2013)')
  })
})
