/** Amounts by division; null where there is no figure. */
export type Amounts = readonly (number | null)[]

/** Places of which there is an amount. */
export const known = (amounts: Amounts): number[] => amounts.flatMap((amount, index) => (amount === null ? [] : [index]))

/** Places of which both have an amount. */
export const common = (a: Amounts, b: Amounts): number[] => known(a).filter((index) => (b[index] ?? null) !== null)

/** The amounts at these places; each must be known. */
export const part = (amounts: Amounts, places: readonly number[]): number[] => places.map((index) => amounts[index] as number)

/** Puts values back to their places among `length`; null elsewhere. */
export const at = (values: Amounts, places: readonly number[], length: number): Amounts =>
  Array.from({ length }, (_, index) => values[places.indexOf(index)] ?? null)

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** Sums by place over rows; null where a row has none. */
export const sumOf = (rows: readonly Amounts[]): Amounts =>
  (rows[0] ?? []).map((_, index) => (rows.every((row) => row[index] !== null) ? total(rows.map((row) => row[index] as number)) : null))
