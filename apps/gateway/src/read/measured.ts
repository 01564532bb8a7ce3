import { GraphQLError } from 'graphql'
import { isTraced, traced } from '../kernel/tracing.js'
import type { Metrics } from '../observe/metrics.js'

/** An operation, as figures and traces tell of it: never with its text or its variables. */
export interface MeasuredOperation {
  /** As `read`, `write`. */
  readonly kind: string
  readonly type: string
  readonly name: string | undefined
}

/** Letters of an operation's name that are told: whoever asks chooses it. */
const LONGEST_NAME = 80

/** Does an operation, and tells how long it took and how it ended: `outcome` says it of the answer. */
export function measured<T>(metrics: Metrics | null, operation: MeasuredOperation, work: () => Promise<T>, outcome: (answer: T) => string): Promise<T> {
  if (!metrics && !isTraced()) return work()
  const { kind, type, name } = operation
  const facts = { 'graphql.operation.type': type, 'graphql.operation.name': name?.slice(0, LONGEST_NAME), 'clusterpolisee.operation': kind }
  return traced({ name: type, facts }, async ({ note }) => {
    const began = performance.now()
    const end = (told: string) => {
      metrics?.operation(kind, told, (performance.now() - began) / 1000)
      note({ 'clusterpolisee.outcome': told, 'error.type': told === OK ? undefined : told })
    }
    try {
      const answer = await work()
      end(outcome(answer))
      return answer
    } catch (error) {
      end(outcomeOf(error))
      throw error
    }
  })
}

/** Outcome of an operation without an error. */
export const OK = 'OK'

/** Outcome of one that failed: the code of its error. */
export const outcomeOf = (error: unknown): string => String(error instanceof GraphQLError ? (error.extensions.code ?? 'ERROR') : 'INTERNAL_SERVER_ERROR')
