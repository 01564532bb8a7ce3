import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import type { DataSource } from 'typeorm'
import { DataDirectory } from './data-directory.js'
import { connect } from './data-source.js'
import { startEmbeddedServer } from './embedded-server.js'
import { migrate } from './migrate.js'

const folder = join(import.meta.dirname, '../../src/database/migrations')

/** What the records ask for and the migrations do not make yet, as SQL. */
async function difference(): Promise<{ up: string[]; down: string[] }> {
  const path = mkdtempSync(join(tmpdir(), 'clusterpolisee-migration-'))
  const directory = new DataDirectory(path)
  directory.hold()
  const server = await startEmbeddedServer(directory)
  try {
    const source = await connect(server.url, 2)
    await migrate(source, { tablesOnly: true })
    const log = await source.driver.createSchemaBuilder().log()
    const checks = await changedChecks(source)
    await source.destroy()
    return {
      up: [...log.upQueries.map((query) => query.query), ...checks.up],
      down: [...checks.down, ...log.downQueries.map((query) => query.query).reverse()],
    }
  } finally {
    await server.stop()
    rmSync(path, { recursive: true, force: true })
  }
}

/** Checks whose expression is another now: TypeORM compares their names only. */
async function changedChecks(source: DataSource): Promise<{ up: string[]; down: string[] }> {
  const rows: { name: string; text: string }[] = await source.query(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c'`,
  )
  const present = new Map(rows.map(({ name, text }) => [name, text]))
  const changed = source.entityMetadatas.flatMap(({ tableName, checks }) =>
    checks.flatMap(({ name, expression }) => {
      const [before, after] = [present.get(name), `CHECK ((${expression}))`]
      return before === undefined || before === after ? [] : [{ tableName, name, before, after }]
    }),
  )
  const replace = (tableName: string, name: string, text: string) => [`ALTER TABLE "${tableName}" DROP CONSTRAINT "${name}", ADD CONSTRAINT "${name}" ${text}`]
  return {
    up: changed.flatMap(({ tableName, name, after }) => replace(tableName, name, after)),
    down: changed.flatMap(({ tableName, name, before }) => replace(tableName, name, before)),
  }
}

function migrationText(name: string, { up, down }: { up: string[]; down: string[] }): string {
  const lines = (queries: string[]) =>
    queries.map((query) => `    await runner.query(${JSON.stringify(query).replaceAll('\\"', '"').replace(/^"|"$/g, '`')})`).join('\n')
  return `import type { MigrationInterface, QueryRunner } from 'typeorm'

export class ${name} implements MigrationInterface {
  readonly name = '${name}'

  async up(runner: QueryRunner): Promise<void> {
${lines(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${lines(down)}
  }
}
`
}

function write(title: string, queries: { up: string[]; down: string[] }): string {
  const stamp = Date.now()
  const name = `${title.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}${stamp}`
  writeFileSync(join(folder, `${stamp}-${title}.ts`), migrationText(name, queries))
  const files = readdirSync(folder)
    .filter((file) => /^\d+-.*\.ts$/.test(file))
    .sort()
  const classes = files.map((file) => {
    const [, time, words] = /^(\d+)-(.*)\.ts$/.exec(file) ?? []
    return { file, name: `${words?.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}${time}` }
  })
  const imports = classes.map((item) => `import { ${item.name} } from './${item.file.replace(/\.ts$/, '.js')}'`)
  writeFileSync(
    join(folder, 'index.ts'),
    `import type { MigrationInterface } from 'typeorm'\n${imports.join('\n')}\n\ntype Migration = new () => MigrationInterface\n\n/** Every migration, oldest first. */\nexport const migrations: Migration[] = [${classes.map((item) => item.name).join(', ')}]\n`,
  )
  return name
}

const [argument] = process.argv.slice(2)
const found = await difference()
if (argument === '--check') {
  if (found.up.length > 0) {
    console.error(format('The migrations lack what the records ask for. Run: npm run db:migration -- name\n%s', found.up.join('\n')))
    process.exitCode = 1
  }
} else if (!argument || !/^[a-z][a-z-]*$/.test(argument)) {
  console.error('Name the migration in small letters: npm run db:migration -- add-partner-city')
  process.exitCode = 1
} else if (found.up.length === 0) {
  console.log('Nothing has changed: no migration is needed.')
} else {
  console.log(`Written: ${write(argument, found)}`)
}
