import { naceDivisions } from './nace-divisions.js'

it('are the 88 divisions of NACE Rev. 2, without the twelve numbers that it leaves out', () => {
  const numbers = naceDivisions.map((division) => Number(division.slice(1)))
  expect(naceDivisions).toHaveLength(88)
  expect(Array.from({ length: 99 }, (_, index) => index + 1).filter((number) => !numbers.includes(number))).toEqual([4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89])
})

it('begin each section where the regulation does', () => {
  const letters = naceDivisions.map(([letter]) => letter)
  const firsts = naceDivisions.filter((division, index) => letters[index - 1] !== division[0])
  expect(firsts).toEqual([
    'A01',
    'B05',
    'C10',
    'D35',
    'E36',
    'F41',
    'G45',
    'H49',
    'I55',
    'J58',
    'K64',
    'L68',
    'M69',
    'N77',
    'O84',
    'P85',
    'Q86',
    'R90',
    'S94',
    'T97',
    'U99',
  ])
})
