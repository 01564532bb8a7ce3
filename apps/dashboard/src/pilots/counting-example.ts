/** Two partners in three months, by which the indicator's form shows what its answers come to. */
export const example = {
  months: ['2014-01-31', '2014-02-28', '2014-03-31'],
  counted: { A: [4, 6, 5], B: [2, 3, 7] },
  /** Of a ratio. */
  outOf: { A: [10, 12, 10], B: [4, 6, 10] },
} as const

const levels: Readonly<Record<string, number>> = {
  'SUM SUM': 27,
  'SUM AVERAGE': 13.5,
  'AVERAGE SUM': 9,
  'AVERAGE AVERAGE': 4.5,
  'LATEST SUM': 12,
  'LATEST AVERAGE': 6,
  'SUM POOLED': 27 / 52,
  'LATEST POOLED': 12 / 20,
}

/** What the rule of progress makes of the example, as a test asks it; a ratio as a share of 1, null for answers that do not go together. */
export const exampleLevel = (aggregation: string, combination: string): number | null => levels[`${aggregation} ${combination}`] ?? null
