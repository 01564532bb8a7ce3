import { recordOf } from './contract'
import { isPresent, presentOn, presentText } from './present'

describe('what is there on a day', () => {
  it('has come, and has not left', () => {
    expect(presentOn(recordOf('partners'), '2014-05-01')).toEqual({
      and: [
        { or: [{ joinedOn: { isNull: true } }, { joinedOn: { lte: '2014-05-01' } }] },
        { or: [{ withdrawnOn: { isNull: true } }, { withdrawnOn: { gt: '2014-05-01' } }] },
      ],
    })
  })

  it('is the same in a document and of a row', () => {
    const partners = recordOf('partners')
    expect(presentText(partners)).toBe('and:[{or:[{joinedOn:{isNull:true}},{joinedOn:{lte:$day}}]},{or:[{withdrawnOn:{isNull:true}},{withdrawnOn:{gt:$day}}]}]')
    const there = [
      { joinedOn: '2014-05-01', withdrawnOn: null },
      { joinedOn: '2014-05-02', withdrawnOn: null },
      { joinedOn: null, withdrawnOn: '2014-05-02' },
      { joinedOn: null, withdrawnOn: '2014-05-01' },
    ].map((row) => isPresent(partners, row, '2014-05-01'))
    expect(there).toEqual([true, false, true, false])
    expect([presentText(recordOf('pilots')), isPresent(partners, { joinedOn: '2014-05-02' }, null)]).toEqual(['', true])
  })

  it('is everything where nothing comes or goes, or no day is asked', () => {
    expect([presentOn(recordOf('pilots'), '2014-05-01'), presentOn(recordOf('partners'), null)]).toEqual([{}, {}])
  })
})
