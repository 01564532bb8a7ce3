import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is done by hand to a file that is there: from its text to the new one. */
type Edit = (text: string) => string

/** A recipe of CONTRIBUTING, carried out: whole new files stand in a folder of the fixtures, changes of others here. */
export interface Recipe {
  /** Its heading. */
  readonly heading: string
  /** Where its new files are, as they lie in the house. */
  readonly folder?: string
  readonly edits: Readonly<Record<string, Edit>>
}

const fixtures = 'test/fixtures/recipes'
const words = 'packages/schema/src/partnership/labels/it.json'

/** Puts text before another, which stands there once at least. */
const before =
  (mark: string, text: string): Edit =>
  (whole) => {
    if (!whole.includes(mark)) throw new Error(`${mark} does not stand there any more`)
    return whole.replace(mark, () => text + mark)
  }

const both =
  (first: Edit, second: Edit): Edit =>
  (text) =>
    second(first(text))

/** Adds Italian words of a list. */
const saying =
  (list: string, more: { readonly name?: string; readonly fields: Readonly<Record<string, string>> }): Edit =>
  (text) => {
    const said = JSON.parse(text)
    const known = said.resources[list] ?? {}
    said.resources[list] = { ...known, ...more, fields: { ...known.fields, ...more.fields } }
    return `${JSON.stringify(said, null, 2)}\n`
  }

export const field: Recipe = {
  heading: 'Add a field',
  edits: {
    'packages/schema/src/partnership/partner.ts': before("  @LongText('Note'", "  @Text('Motto', { max: 80, optional: true })\n  motto?: string\n\n"),
    [words]: saying('partners', { fields: { motto: 'Motto' } }),
  },
}

export const record: Recipe = {
  heading: 'Add a record and its screen',
  folder: 'record',
  edits: {
    'packages/schema/src/partnership/index.ts': before("export * from './budget-share.js'", "export * from './award.js'\n"),
    [words]: saying('awards', { name: 'Premio |||| Premi', fields: { confirmedOn: 'Confermato il' } }),
    'apps/dashboard/src/partnership/index.ts': both(before("'regions', 'projects'", "'awards', "), before('    regions: {', '    awards: {},\n')),
  },
}

export const verb: Recipe = {
  heading: 'Add a verb',
  folder: 'verb',
  edits: {
    'packages/schema/src/partnership/award.ts': before("  order: ['title']", "  deeds: [{ name: 'confirm', by: role('LEAD_PARTNER') }],\n"),
    'apps/gateway/src/partnership/index.ts': both(
      before('import { InvitationResolver', "import { AwardResolver } from './award-resolver.js'\n"),
      before('InvitationResolver, PartnerResolver', 'AwardResolver, '),
    ),
  },
}

export const room: Recipe = {
  heading: 'Add a room',
  folder: 'room',
  edits: {
    'packages/schema/src/rooms.ts': before("'reporting'", "'glossary', "),
    'packages/schema/src/index.ts': before("export * from './labels.js'", "export * from './glossary/index.js'\n"),
    '.dependency-cruiser.cjs': before('  reporting: []', "  glossary: ['access'],\n"),
    'apps/gateway/src/rooms.ts': both(
      before('import { room as partnership', "import { room as glossary } from './glossary/index.js'\n"),
      before('events]', 'glossary, '),
    ),
    'apps/dashboard/src/rooms.ts': both(
      before('import { room as home', "import { room as glossary } from './glossary'\n"),
      before('reporting, access]', 'glossary, '),
    ),
  },
}

/** Carries a recipe out in a copy of the house; answers the files that are written by hand, in the order of their names. */
export function carryOut(house: string, { folder, edits }: Recipe): string[] {
  for (const [file, edit] of Object.entries(edits)) writeFileSync(join(house, file), edit(readFileSync(join(house, file), 'utf8')))
  if (!folder) return Object.keys(edits).sort()
  const whole = join(fixtures, folder)
  cpSync(whole, house, { recursive: true })
  return [...Object.keys(edits), ...filesIn(whole)].sort()
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  )

/** The files that a recipe names: each is one number of its list. */
export function filesNamed({ heading }: Recipe): string[] {
  const [, chapter = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split(`\n## ${heading}\n`)
  const [own = ''] = chapter.split('\n## ')
  return [...own.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file).sort()
}
