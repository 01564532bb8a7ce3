import { useQuery } from '@tanstack/react-query'
import { ask } from '../app/graphql'

export interface Point {
  readonly id: string
  readonly onDay: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

export interface IndicatorFacts {
  readonly id: string
  readonly title: string
  readonly unit: string | null
  readonly measure: 'NUMBER' | 'RATIO' | 'SCALE'
  readonly aggregation: 'SUM' | 'AVERAGE' | 'LATEST'
  readonly baseline: number | null
  readonly contributors: {
    readonly nodes: readonly { readonly id: string; readonly until: string | null; readonly partner: { readonly shortName: string } | null }[]
  }
  readonly targets: { readonly nodes: readonly { readonly dueOn: string; readonly value: number | null }[] }
  readonly measurements: { readonly nodes: readonly Point[] }
}

export interface Transition {
  readonly key: string
  readonly to: string
  readonly allowed: boolean
  readonly reason: string | null
  readonly by: string
}

export interface PilotFacts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly summary: string | null
  readonly status: string | null
  readonly availableTransitions: readonly Transition[]
  readonly indicators: { readonly nodes: readonly IndicatorFacts[] }
  readonly risks: {
    readonly nodes: readonly {
      readonly id: string
      readonly title: string
      readonly likelihood: number
      readonly impact: number
      readonly mitigation: string | null
      readonly owner: { readonly shortName: string } | null
    }[]
  }
}

const open = 'filter: {supersededAt: {isNull: true}'

/** Everything that a pilot's page shows, in one statement. */
const document = `query ($id: ID!) { pilot(id: $id) { id version title summary status
  availableTransitions { key to allowed reason by }
  indicators(first: 50) { nodes { id title unit measure aggregation baseline
    contributors(first: 20) { nodes { id until partner { shortName } } }
    targets(first: 100, ${open}, value: {isNull: false}}) { nodes { dueOn value } }
    measurements(first: 100, ${open}, retracted: {eq: false}}) { nodes { id onDay value numerator denominator } } } }
  risks(first: 20) { nodes { id title likelihood impact mitigation owner { shortName } } } } }`

export function usePilot(id: string) {
  return useQuery({ queryKey: ['pilot', id], queryFn: ({ signal }) => ask<{ pilot: PilotFacts | null }>(document, { id }, signal).then(({ pilot }) => pilot) })
}

/** What a point shows: a ratio its quotient in per cent, a sum its running total. */
export function shownPoints(indicator: IndicatorFacts): { day: string; value: number }[] {
  let total = indicator.baseline ?? 0
  const days = new Map<string, number>()
  for (const point of indicator.measurements.nodes) {
    if (indicator.measure === 'RATIO') days.set(point.onDay, ((point.numerator ?? 0) / (point.denominator ?? 1)) * 100)
    else if (indicator.aggregation === 'SUM') {
      total += point.value ?? 0
      days.set(point.onDay, total)
    } else days.set(point.onDay, point.value ?? 0)
  }
  return [...days].map(([day, value]) => ({ day, value }))
}

export function shownTargets(indicator: IndicatorFacts): { day: string; value: number }[] {
  const scale = indicator.measure === 'RATIO' ? 100 : 1
  return indicator.targets.nodes.map((target) => ({ day: target.dueOn, value: (target.value ?? 0) * scale }))
}
