import type { DataSource } from 'typeorm'

/**
 * What the records ask for and the tables of this database lack, as SQL. A field that is new beside one that is gone counts
 * as that: whether it is the old one by another name is never guessed.
 */
export async function tableDifference(source: DataSource): Promise<string[]> {
  const builder = Object.assign(source.driver.createSchemaBuilder(), { renameColumns: async () => undefined })
  const { upQueries } = await builder.log()
  return [...upQueries.map(({ query }) => query), ...(await changedChecks(source))]
}

/** Checks whose expression is another now: TypeORM compares their names only. */
async function changedChecks(source: DataSource): Promise<string[]> {
  const rows: { name: string; text: string }[] = await source.query(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c'`,
  )
  const present = new Map(rows.map(({ name, text }) => [name, text]))
  return source.entityMetadatas.flatMap(({ tableName, checks }) =>
    checks.flatMap(({ name, expression }) => {
      const [before, after] = [present.get(name), `CHECK ((${expression}))`]
      if (before === undefined || before === after) return []
      return [`ALTER TABLE "${tableName}" DROP CONSTRAINT "${name}", ADD CONSTRAINT "${name}" ${after}`]
    }),
  )
}
