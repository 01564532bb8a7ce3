import type { Logger } from 'pino'
import type { Database, Statement } from '../database/database.js'

/** Writes slow reads to the log with their SQL and plan; never with a value, which may be somebody's. */
export class SlowReads {
  private explaining = false

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly after: number,
  ) {}

  /** `request`: the name under which its answer went out. */
  note(statement: Statement, seconds: number, request: string | undefined): void {
    if (seconds * 1000 < this.after) return
    void this.log(statement, Math.round(seconds * 1000), request)
  }

  private async log(statement: Statement, milliseconds: number, request: string | undefined): Promise<void> {
    const { name, text } = statement
    this.logger.warn({ request, statement: name, milliseconds, sql: text, plan: await this.planOf(statement) }, 'a slow read')
  }

  /** One at a time: explaining costs, and when much is slow it must not cost more. */
  private async planOf(statement: Statement): Promise<string | null> {
    if (this.explaining) return null
    this.explaining = true
    try {
      return await this.explain(statement)
    } catch {
      return null
    } finally {
      this.explaining = false
    }
  }

  /** The plan for any values: asked with this read's own, it would tell them. */
  private explain({ text, values }: Statement): Promise<string> {
    const nothing = values.length > 0 ? `(${values.map(() => 'NULL').join(', ')})` : ''
    return this.database.write(null, async (run) => {
      await run(`PREPARE explained AS ${text}`, [])
      try {
        return (await run(`EXPLAIN EXECUTE explained${nothing}`, [])).map((row) => String(row['QUERY PLAN'])).join('\n')
      } finally {
        await run('DEALLOCATE explained', [])
      }
    })
  }
}
