import pg from 'pg'
import pino from 'pino'

/** What of an error of PostgreSQL is no value of a row. */
const KEPT = ['severity', 'code', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'] as const

/**
 * An error as the log has it. PostgreSQL tells values of rows in the details of its errors, and in the quotes of their sentences: these are
 * left out.
 */
export function describeError(error: Error): object {
  if (!(error instanceof pg.DatabaseError)) return pino.stdSerializers.err(error)
  const kept = Object.fromEntries(KEPT.flatMap((name) => (error[name] === undefined ? [] : [[name, error[name]]])))
  const withoutValues = (text: string) => text.replace(/"[^"\n]*"/g, '"…"').replace(/'[^'\n]*'/g, "'…'")
  return { type: 'DatabaseError', message: withoutValues(error.message), ...kept, stack: (error.stack ?? '').replace(/^[\s\S]*?(?=\n\s+at )/, '').trim() }
}
