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

  note(statement: Statement, seconds: number): void {
    if (seconds * 1000 < this.after) return
    void this.log(statement, Math.round(seconds * 1000))
  }

  private async log(statement: Statement, milliseconds: number): Promise<void> {
    const { name, text } = statement
    this.logger.warn({ statement: name, milliseconds, sql: text, plan: await this.planOf(statement) }, 'a slow read')
  }

  /** One at a time: explaining costs, and when much is slow it must not cost more. */
  private async planOf({ text, values }: Statement): Promise<string | null> {
    if (this.explaining) return null
    this.explaining = true
    try {
      const rows = await this.database.run(`EXPLAIN ${text}`, values)
      return rows.map((row) => String(row['QUERY PLAN']).replace(/'(?:[^']|'')*'/g, "'…'")).join('\n')
    } catch {
      return null
    } finally {
      this.explaining = false
    }
  }
}
