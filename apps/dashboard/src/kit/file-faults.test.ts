import { readFaults } from './file-faults'

const fault = (row: number, code: string, params = {}) => ({ row, column: 'value', code, params, message: code })

describe('faults of a file', () => {
  it('that ask which mark stands before the decimals are one question', () => {
    const told = [
      fault(2, 'AMBIGUOUS_NUMBER', { text: '12,345', byPoint: 12_345, byComma: 12.345 }),
      fault(3, 'TOO_SMALL'),
      fault(4, 'AMBIGUOUS_NUMBER', { text: '1.000' }),
    ]
    const { faults, question } = readFaults(told)
    expect(question).toEqual({ text: '12,345', byPoint: 12_345, byComma: 12.345, count: 2 })
    expect(faults.map(({ row, column }) => [row, column])).toEqual([[3, 'value']])
  })

  it('that ask nothing stand at their rows', () => {
    expect(readFaults([{ ...fault(2, 'REQUIRED'), column: null }])).toMatchObject({ faults: [{ row: 2, column: '' }], question: null })
  })
})
