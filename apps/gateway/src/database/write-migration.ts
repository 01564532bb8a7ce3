import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../src/database/migrations')

const className = (title: string, stamp: string) => `${title.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}${stamp}`

function migrationText(name: string, steps: readonly string[]): string {
  const lines = steps.map((step) => `    await runner.query(${JSON.stringify(step).replaceAll('\\"', '"').replace(/^"|"$/g, '`')})`).join('\n')
  return `import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ${name} implements Migration {
  readonly name = '${name}'

  async up(runner: QueryRunner): Promise<void> {
${lines}
  }
}
`
}

/** The list of all migrations, from the names of their files. */
function indexText(): string {
  const found = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, stamp, title] = /^(\d+)-(.*)\.ts$/.exec(file) ?? []
      return stamp && title ? [{ name: className(title, stamp), module: `./${stamp}-${title}.js` }] : []
    })
  const imports = found.map(({ name, module }) => `import { ${name} } from '${module}'`)
  const names = found.map(({ name }) => name).join(', ')
  return `${imports.join('\n')}\nimport type { Migration } from './migration.js'\n\n/** Every migration, oldest first. */\nexport const migrations: (new () => Migration)[] = [${names}]\n`
}

/** Writes a migration called by `title`, as `add-partner-city`, and the list of all. Answers its name. */
export function writeMigration(title: string, steps: readonly string[]): string {
  const stamp = String(Date.now())
  const name = className(title, stamp)
  writeFileSync(join(folder, `${stamp}-${title}.ts`), migrationText(name, steps))
  writeFileSync(join(folder, 'index.ts'), indexText())
  return name
}
