import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import type { Asked, Position } from './position-data'
import { positionFinding } from './position-finding'

const asked = some<Asked>({ fromYear: 2012, year: 2016 })
const position = (quotients: readonly (number | null)[], growth: number | null = 0.123) =>
  some<Position>({ growth, divisions: quotients.map((locationQuotient, index) => ({ division: `C${20 + index}`, locationQuotient })) })

describe('the finding on a region', () => {
  beforeEach(() => speak('en'))

  it('names the two divisions that it has most of', () => {
    expect(positionFinding(position([1.2, 3, 0.4, 2]), asked, said)).toBe(
      'position.finding (divisions C21 nace.C21 (3), C23 nace.C23 (2), growth 12.3%, from 2012, to 2016)',
    )
  })

  it('names none that it has no more of than the others', () => {
    expect(positionFinding(position([1, 0.4, null]), asked, said)).toBe('position.findingNone (growth 12.3%, from 2012, to 2016)')
  })

  it('says that the growth is not known', () => {
    expect(positionFinding(position([], null), asked, said)).toContain('growth app.unknown')
  })
})
