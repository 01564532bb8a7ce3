import { speak } from '../testing/page'
import { some } from '../testing/some'
import { type Group, groupings, groupName } from './groups'

type Data = Parameters<typeof groupName>[2]

const lists = ['areas', 'phases', 'packages', 'partners', 'pilots'] as const
const named = (list: string) => ({ nodes: [{ id: list, name: `one of ${list}` }] })
const data = some<Data>({
  areas: named('areas'),
  phases: named('phases'),
  packages: named('packages'),
  partners: named('partners'),
  pilots: named('pilots'),
})
const group = some<Group>({
  month: '2014-04-01',
  thematicAreaId: 'areas',
  phaseId: 'phases',
  workPackageId: 'packages',
  partnerId: 'partners',
  pilotId: 'pilots',
})

describe('a group of progress', () => {
  it('is called by what it is made by', () => {
    speak('en')
    expect(groupings.map((by) => groupName(group, by, data))).toEqual(['April 2014', ...lists.map((list) => `one of ${list}`)])
  })

  it('of what belongs to none, or cannot be read, has no name', () => {
    expect(groupName({ ...group, partnerId: null, month: null }, 'PARTNER', data)).toBeUndefined()
    expect(groupName({ ...group, partnerId: 'y' }, 'PARTNER', data)).toBeUndefined()
    expect(groupName({ ...group, month: null }, 'MONTH', data)).toBeUndefined()
  })
})
