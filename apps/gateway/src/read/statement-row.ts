import { bindingOf, compact, type Row, type Viewer } from '@clusterpolisee/graph-sql'
import type { RunSql } from '@clusterpolisee/schema'

/** Collects the values of one statement, and stands for one row in rules of the algebra. */
export class StatementRow implements Row {
  readonly values: unknown[] = []
  private aliases = 0

  constructor(
    readonly alias: string,
    readonly viewer: Viewer,
  ) {}

  /** A placeholder of a value. */
  constant = (value: unknown, type: string): string => {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }

  viewerValue = (name: string, type: string): string => this.constant(bindingOf(this.viewer.values[name], type), type)

  freshAlias = (hint: string): string => `${hint}_${++this.aliases}`

  /** Runs a statement that was written with this row's placeholders. */
  run(run: RunSql, written: string): Promise<Record<string, unknown>[]> {
    const { text, values } = compact(written, this.values)
    return run(text, values)
  }
}
