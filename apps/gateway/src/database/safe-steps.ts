/** What the author of a migration says of it. */
export interface Consent {
  /** `table.column` → SQL of the value that rows get that are there already. */
  readonly fills: Readonly<Record<string, string>>
  /** Columns and tables may go with all that is in them. */
  readonly drop: boolean
}

/** Steps that run on tables with rows, or sentences that say what to write first. */
export interface SafeSteps {
  readonly steps: readonly string[]
  readonly refusals: readonly string[]
}

const added = /^ALTER TABLE "(\w+)" ADD "(\w+)" /
const required = /^ALTER TABLE "(\w+)" ALTER COLUMN "(\w+)" SET NOT NULL/
const droppedColumn = /^ALTER TABLE "(\w+)" DROP COLUMN "(\w+)"/
const droppedTable = /^DROP TABLE "(\w+)"/

/** Statements that are right on empty tables, made right for tables with rows. */
export function safeSteps(statements: readonly string[], consent: Consent): SafeSteps {
  const done = statements.map((statement) => safeStep(statement, statements, consent))
  return { steps: done.flatMap(({ steps }) => steps), refusals: done.flatMap(({ refusals }) => refusals) }
}

function safeStep(statement: string, all: readonly string[], consent: Consent): SafeSteps {
  const filled = added.exec(statement) ?? required.exec(statement)
  if (filled && /NOT NULL/.test(statement) && !/ DEFAULT /.test(statement)) return withFill(statement, filled, consent.fills)
  const gone = droppedColumn.exec(statement) ?? droppedTable.exec(statement)
  if (gone && !consent.drop) return { steps: [], refusals: [dropRefusal(gone, all)] }
  return { steps: [statement], refusals: [] }
}

/** A new column is filled by a default that goes again: no row is written, and no trigger runs. */
function withFill(statement: string, [, table, column]: RegExpExecArray, fills: Consent['fills']): SafeSteps {
  const place = `${table}.${column}`
  const fill = fills[place]
  if (fill === undefined) {
    const why = `${place} is required, and rows that are there have no value for it.`
    return { steps: [], refusals: [`${why} Give the field an initial value, make it optional, or say what they get: --fill "${place}='...'"`] }
  }
  const steps = added.test(statement)
    ? [`${statement} DEFAULT ${fill}`, `ALTER TABLE "${table}" ALTER COLUMN "${column}" DROP DEFAULT`]
    : [`UPDATE "${table}" SET "${column}" = ${fill} WHERE "${column}" IS NULL`, statement]
  return { steps, refusals: [] }
}

function dropRefusal([, table, column]: RegExpExecArray, all: readonly string[]): string {
  if (column === undefined) return `The table ${table} is dropped with all that is in it. If it may go: --drop`
  const [successor] = all.map((statement) => added.exec(statement)).filter((match) => match?.[1] === table)
  const renamed = successor ? ` If it has another name now: --rename ${table}.${column}=${successor[2]}.` : ''
  return `${table}.${column} is dropped with all that is in it.${renamed} If it may go: --drop`
}
