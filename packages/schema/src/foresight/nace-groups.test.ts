import { divisionsIn, partNace, readNace } from './nace-groups.js'

describe('a code of NACE', () => {
  it.each([
    ['C25', 'C25'],
    ['c', 'C'],
    ['C10-C12', 'C10-C12'],
    ['C10-12', 'C10-C12'],
    ['C10T12', 'C10-C12'],
    ['C10_C12', 'C10-C12'],
    ['B-E', 'B-E'],
    ['B\u2013E', 'B-E'],
    ['BTE', 'B-E'],
    ['total', 'TOTAL'],
    ['25', 'C25'],
    ['1', 'A01'],
  ])('%p is %p', (text, code) => {
    expect(readNace(text)).toBe(code)
  })

  it.each(['', 'C99', 'Z', 'B-S_X_K', 'E-B', 'C10-E', 'B-C10', '34', 'C2', 'everything'])('%p is none', (text) => {
    expect(readNace(text)).toBeNull()
  })

  it('speaks of divisions', () => {
    expect(divisionsIn('B-E')).toHaveLength(5 + 24 + 1 + 4)
    expect(divisionsIn('C10-C12')).toEqual(['C10', 'C11', 'C12'])
    expect(divisionsIn('TOTAL')).toHaveLength(88)
  })
})

describe('codes by which nothing is counted twice', () => {
  it.each([
    ['the total gives way to what is there', ['TOTAL', 'A', 'B-E', 'F'], ['A', 'B-E', 'F']],
    ['a group stays where only a part of it is there', ['B-E', 'C', 'F'], ['B-E', 'F']],
    ['a group gives way where all of it is there', ['B-E', 'B', 'C', 'D', 'E', 'F'], ['B', 'C', 'D', 'E', 'F']],
    ['and again within it', ['A-B', 'A', 'B', 'A01', 'A02', 'A03'], ['A01', 'A02', 'A03', 'B']],
    ['divisions stay as they are', ['C25', 'C10', 'C25'], ['C10', 'C25']],
    ['the total alone stays', ['TOTAL'], ['TOTAL']],
  ])('%s', (_, codes, parts) => {
    expect(partNace(codes)).toEqual(parts)
  })
})
