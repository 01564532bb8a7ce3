import { sum } from 'simple-statistics'
import { finite, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, named, number, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { type CommitmentRule, ruleOf } from './commitment-rules.js'

export interface DecommitmentInput {
  /** "2021-2027", "2014-2020" or "2007-2013"; or a bare `rule`, "n+2" or "n+3", or one for single years, such as `{ 2007: "n+3" }`. */
  readonly period?: string
  readonly rule?: string | Readonly<Record<string, string>>
  /** Commitments of the budget by year. */
  readonly commitments: Readonly<Record<string, number>>
  /** The year at whose end the amount at risk is asked for. */
  readonly year?: number
  /** Cumulative, up to then. */
  readonly prefinancing?: number
  readonly paymentApplications?: number
}

export interface DecommitmentResult {
  /** By 31 December of each year: what payment applications and pre-financing must cover, cumulative. */
  readonly cumulativeDue: Readonly<Record<string, number>>
  /** For the year asked for; null without one. In the currency of the commitments, to the cent. */
  readonly due: number | null
  readonly covered: number | null
  /** At risk of being taken back: max(0, due - covered). */
  readonly decommitted: number | null
  /** What is covered beyond what is due. */
  readonly reserve: number | null
}

const shape: InputShape<DecommitmentInput> = {
  keys: { period: text, rule: either(text, named(text)), commitments: named(number), year: number, prefinancing: number, paymentApplications: number },
  forms: [
    { needs: ['period', 'commitments'], takes: ['rule'] },
    { needs: ['rule', 'commitments'] },
    { needs: ['period', 'commitments', 'year'], takes: ['rule', 'prefinancing', 'paymentApplications'] },
    { needs: ['rule', 'commitments', 'year'], takes: ['prefinancing', 'paymentApplications'] },
  ],
}

/**
 * Automatic decommitment = max(0, due - covered): a commitment of year n must be covered by the end of n+3 (or n+2), after the rule of the period for its first year
 * (2021-2027: 60 % of 2021 by the end of 2024, 10 % each added to 2022 to 2025, and 2027 due by the end of 2029; 2007-2013: 2007 in sixths
 * added to 2008 to 2013).
 *
 * Missing: a year without a commitment has none; refused within the commitments. Errors: no or negative commitments, a key that is no year, unknown period or rule. Source: Regulation (EU) 2021/1060 article 105;
 * Regulation (EU) 1303/2013 articles 86 and 136; Regulation (EC) 1083/2006 article 93 as changed by Regulation (EU) 539/2010.
 */
export function decommitment(input: DecommitmentInput): DecommitmentResult {
  checkInput(input, shape)
  const rule = ruleOf(input.period, input.rule)
  const due = dueByYear(readCommitments(input.commitments), rule)
  const years = [...due.keys()].sort((a, b) => a - b)
  const until = (year: number) => cents(sum([0, ...years.filter((at) => at <= year).map((at) => due.get(at) as number)]))
  const cumulativeDue = Object.fromEntries(range(years).map((year) => [String(year), until(year)]))
  if (input.year === undefined) return { cumulativeDue, due: null, covered: null, decommitted: null, reserve: null }
  const target = until(whole(input.year, 'year', 1900))
  const covered = cents(finite(input.prefinancing ?? 0, 'prefinancing', 0) + finite(input.paymentApplications ?? 0, 'paymentApplications', 0))
  const gap = cents(target - covered)
  return { cumulativeDue, due: target, covered, decommitted: Math.max(0, gap), reserve: Math.max(0, -gap) }
}

const cents = (amount: number) => Math.round(amount * 100) / 100
const range = (years: readonly number[]) => {
  const first = years[0] ?? 0
  return Array.from({ length: (years.at(-1) ?? first) - first + 1 }, (_, index) => first + index)
}

function readCommitments(given: DecommitmentInput['commitments']): Map<number, number> {
  const entries = Object.entries(given ?? {})
  if (entries.length === 0) throw new MethodError('EMPTY', 'commitments', 'there are no commitments')
  return new Map(
    entries.map(([year, amount]) => {
      if (!/^\d{4}$/.test(year)) throw new MethodError('NOT_A_YEAR', `commitments.${year}`, 'is no year')
      return [Number(year), finite(amount, `commitments.${year}`, 0)]
    }),
  )
}

/** What falls due at the end of which year. */
function dueByYear(commitments: Map<number, number>, rule: CommitmentRule): Map<number, number> {
  const due = new Map<number, number>()
  for (const [year, amount] of commitments) {
    for (const [counted, share] of rule.countsAs(year)) {
      const deadline = rule.deadline(counted)
      due.set(deadline, (due.get(deadline) ?? 0) + amount * share)
    }
  }
  return due
}
