import { denominated } from '@clusterpolisee/methods'
import type { FrozenData, FrozenIndicator } from '@clusterpolisee/schema'
import { ranked, valueRows } from './edition-input.js'

/** Indicators that others are counted per; they are not compared themselves. */
const divisorsOf = ({ indicators }: FrozenData): ReadonlySet<string> => new Set(indicators.flatMap(({ denominatorId }) => denominatorId ?? []))

/** What is compared. */
export function comparedIndicators(data: FrozenData): readonly FrozenIndicator[] {
  const divisors = divisorsOf(data)
  return data.indicators.filter(({ id }) => !divisors.has(id))
}

/**
 * Frozen data as they are compared: each indicator that is counted per another one divided by it, times the number that it is counted
 * per, and without those that only divide. Where a figure or its divisor is missing, or the divisor is not above 0, the result is
 * missing. Data in which nothing is divided come back as they are.
 */
export function divided(data: FrozenData): FrozenData {
  if (divisorsOf(data).size === 0) return data
  const compared = comparedIndicators(data)
  const byId = new Map(compared.map((indicator) => [indicator.id, indicator]))
  const divisorOf = divisorReader(data)
  const values = data.values.flatMap((value) => {
    const indicator = byId.get(value.indicatorId)
    if (!indicator) return []
    return indicator.denominatorId ? [{ ...value, value: quotient(value.value, divisorOf(value.entryId, indicator), indicator) }] : [value]
  })
  return { ...data, indicators: [...compared], values }
}

/** What dividing did to a value of a ranked entry. */
export interface Division {
  readonly entryId: string
  readonly indicator: FrozenIndicator
  readonly divisorTitle: string
  readonly divisor: number | null
  readonly before: number
  readonly after: number | null
}

/** What dividing did to the values of ranked entries, by indicator. */
export function divisions(data: FrozenData): Division[] {
  const divisorOf = divisorReader(data)
  const rows = valueRows(data)
  const titles = new Map(data.indicators.map(({ id, title }) => [id, title]))
  return data.indicators.flatMap((indicator, place) => {
    if (!indicator.denominatorId) return []
    const divisorTitle = titles.get(indicator.denominatorId) ?? ''
    return ranked(data).flatMap(({ id }) => {
      const before = rows.get(id)?.[place] ?? null
      if (before === null) return []
      const divisor = divisorOf(id, indicator)
      return [{ entryId: id, indicator, divisorTitle, divisor, before, after: quotient(before, divisor, indicator) }]
    })
  })
}

function divisorReader(data: FrozenData): (entryId: string, indicator: FrozenIndicator) => number | null {
  const rows = valueRows(data)
  const places = new Map(data.indicators.map(({ id }, place) => [id, place]))
  return (entryId, { denominatorId }) => rows.get(entryId)?.[places.get(denominatorId ?? '') ?? -1] ?? null
}

function quotient(value: number | null, divisor: number | null, { per, title }: FrozenIndicator): number | null {
  const [share = null] = denominated([value], [divisor !== null && divisor > 0 ? divisor : null], title)
  return share === null ? null : share * (per ?? 1)
}
