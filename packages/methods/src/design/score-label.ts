import { numbers } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'

/** Where a label begins: `{ label: bound }`, `[{ label, from }]`, or bounds alone with labels beside. A bound belongs to its better label. */
export type Thresholds = Readonly<Record<string, number>> | readonly { readonly label: string; readonly from: number }[] | readonly number[]

/** The best label whose bound the score reaches; null without thresholds, or when it reaches none and no label is left for the rest. */
export function labelOf(score: number, lowerIsBetter: boolean, thresholds?: Thresholds, labels?: readonly string[]): string | null {
  if (thresholds === undefined) return null
  const steps = stepsOf(thresholds, lowerIsBetter, labels)
  const reached = steps.find(({ from }) => (lowerIsBetter ? score <= from + 1e-9 : score >= from - 1e-9))
  return reached?.label ?? (labels === undefined ? null : (labels[steps.length] ?? null))
}

function stepsOf(thresholds: Thresholds, lowerIsBetter: boolean, labels?: readonly string[]): { label: string; from: number }[] {
  const steps = Array.isArray(thresholds) ? listed(thresholds, labels) : Object.entries(thresholds).map(([label, from]) => ({ label, from }))
  numbers(
    steps.map(({ from }) => from),
    'thresholds',
  )
  return steps.sort((a, b) => (lowerIsBetter ? a.from - b.from : b.from - a.from))
}

function listed(thresholds: readonly (number | { label: string; from: number })[], labels?: readonly string[]): { label: string; from: number }[] {
  return thresholds.map((step, index) => {
    if (typeof step !== 'number') return step
    const label = labels?.[index]
    if (label === undefined) throw new MethodError('UNEQUAL_LENGTH', 'labels', 'every threshold needs a label')
    return { label, from: step }
  })
}
