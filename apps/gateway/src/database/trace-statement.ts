import { statementName } from '@clusterpolisee/graph-sql'
import { errorType, isTraced, tellTrace } from '../kernel/tracing.js'

/** A statement that is over. */
export interface DoneStatement {
  readonly text: string
  readonly name?: string | undefined
  readonly rows?: number | null | undefined
  /** Why it failed. */
  readonly fault?: unknown
}

/** Tells the trace of a statement, by its verb and the name under which the log of slow reads has its text; never with a value. `began`: `performance.now()`. */
export function traceStatement({ text, name, rows, fault }: DoneStatement, began: number): void {
  if (!isTraced()) return
  const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'SQL'
  const facts = { 'db.system.name': 'postgresql', 'db.operation.name': verb, 'clusterpolisee.statement': name ?? statementName(text) }
  const outcome = { 'db.response.returned_rows': rows ?? undefined, 'error.type': fault === undefined ? undefined : errorType(fault) }
  tellTrace({ name: verb, kind: 'CLIENT', facts: { ...facts, ...outcome } }, began)
}
