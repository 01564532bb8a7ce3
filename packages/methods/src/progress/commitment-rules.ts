import { choice } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'

/** As which years' commitments one of a year counts (with shares that sum to 1), and by the end of which year each must be covered. */
export interface CommitmentRule {
  readonly countsAs: (year: number) => readonly (readonly [number, number])[]
  readonly deadline: (year: number) => number
}

const own = (year: number) => [[year, 1] as const]
const spread = (years: readonly number[], share: number) => years.map((year) => [year, share] as const)

const periods: Readonly<Record<'2021-2027' | '2014-2020' | '2007-2013', CommitmentRule>> = {
  '2021-2027': {
    countsAs: (year) => (year === 2021 ? [[2021, 0.6], ...spread([2022, 2023, 2024, 2025], 0.1)] : own(year)),
    deadline: (year) => (year === 2027 ? 2029 : year + 3),
  },
  '2014-2020': { countsAs: own, deadline: (year) => year + 3 },
  '2007-2013': {
    countsAs: (year) => (year === 2007 ? spread([2008, 2009, 2010, 2011, 2012, 2013], 1 / 6) : own(year)),
    deadline: (year) => year + 2,
  },
}

/**
 * The rule of a period; a bare "n+2" or "n+3" has no rule for the first year. Both together: the period's first year, the rule's deadline.
 * A rule for single years leaves the other years to the period; without a period every year needs one.
 */
export function ruleOf(period?: string, rule?: string | Readonly<Record<string, string>>): CommitmentRule {
  const base = period === undefined ? undefined : periods[choice(period, 'period', Object.keys(periods) as (keyof typeof periods)[])]
  return { countsAs: base?.countsAs ?? own, deadline: typeof rule === 'string' ? after(yearsOf(rule, 'rule')) : bySingleYears(rule, base?.deadline) }
}

const after = (years: number) => (year: number) => year + years

function bySingleYears(rules: Readonly<Record<string, string>> = {}, otherwise?: (year: number) => number): (year: number) => number {
  const years = new Map(Object.entries(rules).map(([year, rule]) => [Number(year), yearsOf(rule, `rule.${year}`)]))
  return (year) => {
    const found = years.get(year)
    if (found !== undefined) return year + found
    if (otherwise === undefined) throw new MethodError('MISSING', `rule.${year}`, 'this year has no rule, and no period is given')
    return otherwise(year)
  }
}

function yearsOf(rule: string, path: string): number {
  const found = /^n\s*\+\s*([1-5])$/i.exec(rule)?.[1]
  if (found === undefined) throw new MethodError('UNKNOWN_CHOICE', path, `"${rule}" is neither n+2 nor n+3`)
  return Number(found)
}
