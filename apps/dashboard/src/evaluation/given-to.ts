import type { PlanFacts } from './evaluation-data'

/** The address of a form for something that belongs to an evaluation, with what is known filled in. */
export function givenTo(plural: string, plan: PlanFacts, values: Readonly<Record<string, unknown>> = {}): string {
  const source = JSON.stringify({ planId: plan.id, projectId: plan.project?.id, ...values })
  return `/${plural}/create?${new URLSearchParams({ source })}`
}
