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

/** The rule of a period; a bare "n+2" or "n+3" has no rule for the first year. Both together: the period's first year, the rule's deadline. */
export function ruleOf(period?: string, rule?: string): CommitmentRule {
  const years = rule === undefined ? undefined : yearsOf(rule)
  if (period === undefined && years === undefined) throw new MethodError('MISSING', 'period', 'a period or a rule is needed')
  const deadline = years === undefined ? {} : { deadline: (year: number) => year + years }
  if (period === undefined) return { countsAs: own, deadline: (year) => year + (years ?? 0) }
  return { ...periods[choice(period, 'period', Object.keys(periods) as (keyof typeof periods)[])], ...deadline }
}

function yearsOf(rule: string): number {
  const found = /^n\s*\+\s*([1-5])$/i.exec(rule)?.[1]
  if (found === undefined) throw new MethodError('UNKNOWN_CHOICE', 'rule', `"${rule}" is neither n+2 nor n+3`)
  return Number(found)
}
