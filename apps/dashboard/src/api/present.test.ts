import { recordOf } from './contract'
import { presentOn } from './present'

describe('what is there on a day', () => {
  it('has come, and has not left', () => {
    expect(presentOn(recordOf('partners'), '2014-05-01')).toEqual({
      and: [
        { or: [{ joinedOn: { isNull: true } }, { joinedOn: { lte: '2014-05-01' } }] },
        { or: [{ withdrawnOn: { isNull: true } }, { withdrawnOn: { gt: '2014-05-01' } }] },
      ],
    })
  })

  it('is everything where nothing comes or goes, or no day is asked', () => {
    expect([presentOn(recordOf('pilots'), '2014-05-01'), presentOn(recordOf('partners'), null)]).toEqual([{}, {}])
  })
})
