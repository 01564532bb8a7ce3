import { validate } from 'graphql'
import { answer, type Compiled } from '../src/engine.js'
import type { Viewer } from '../src/model.js'
import { expectGolden, statementText } from './expected.js'
import { makeLibrary, moreTables, viewers } from './library.js'
import { type Question, readQuestions } from './question.js'
import { type Database, startDatabase } from './server.js'

const { engine, schema } = makeLibrary()
const questions = readQuestions()
let database: Database

beforeAll(async () => {
  database = await startDatabase()
  await database.client.query(moreTables)
})

afterAll(() => database?.stop())

const rowsOf = async ({ text, values }: Compiled): Promise<string[]> =>
  (await database.client.query({ text, values: [...values], rowMode: 'array' })).rows.map(([first]) => first as string)

const run = async (compiled: Compiled) => (await rowsOf(compiled))[0] ?? null
const ask = (question: Question, viewer: Viewer) => answer(engine.compile({ ...question, viewer }), run)

describe.each(questions.map((question) => [question.name, question] as const))('%s', (name, question) => {
  it('is a valid document', () => {
    expect(validate(schema, question.document)).toEqual([])
  })

  it('becomes its statement', () => {
    expectGolden(`${name}.sql`, statementText(engine.compile(question)))
  })

  it('gets its answer', async () => {
    expectGolden(`${name}.json`, `${JSON.stringify(JSON.parse(await ask(question, question.viewer)), null, 2)}\n`)
  })

  it('gets the same answer row by row, and with every right asked twice', async () => {
    const { viewer } = question
    const usual = await ask(question, viewer)
    expect(await ask(question, { ...viewer, shape: `${viewer.shape} wide`, wide: true })).toBe(usual)
    expect(await ask(question, { ...viewer, also: viewer.also ?? viewer })).toBe(usual)
  })
})

describe('a feed', () => {
  it.each(['csv', 'json'] as const)('of loans as %s', async (format) => {
    const feed = engine.compileFeed({ list: 'loans', format, viewer: viewers.librarian as Viewer })
    expectGolden(`feed-loans.${format}.sql`, statementText(feed))
    expectGolden(`feed-loans.${format}.lines`, `${(await rowsOf(feed)).join('\n')}\n`)
  })

  it('with an argument, further conditions and what is archived', async () => {
    const { engine: fresh } = makeLibrary()
    const where = ({ alias, constant }: { alias: string; constant(value: unknown, type: string): string }) => [`${alias}.pages > ${constant(60, 'int')}`]
    const feed = fresh.compileFeed({ list: 'books', format: 'csv', viewer: viewers.librarian as Viewer, where, archived: true })
    expectGolden('feed-books.csv.sql', statementText(feed))
    expectGolden('feed-books.csv.lines', `${(await rowsOf(feed)).join('\n')}\n`)
  })
})

/** Every word of the documents and their variables; not of their comments. */
const wordsIn = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => text.replace(/^# .*$/gm, '').match(/\w+/g) ?? []))

describe('the documents together', () => {
  const names = wordsIn(questions.map(({ text }) => text))
  const fieldsOf = (type: string) => Object.keys((schema.getType(type) as unknown as { getFields(): object }).getFields())
  const ofList = (schema.getQueryType()?.getFields().books?.args ?? []).map(({ name }) => name)

  it.each([
    ['root fields', fieldsOf('Query').filter((name) => name !== 'version')],
    ['arguments of a list', ofList],
    ['members of a page', [...fieldsOf('BookConnection'), ...fieldsOf('BookEdge'), ...fieldsOf('PageInfo')]],
    ['comparisons', fieldsOf('StringComparison')],
    ['words of a filter', ['and', 'or', 'not', ...fieldsOf('BookListFilter')]],
    ['orders', [...fieldsOf('BookOrder'), ...fieldsOf('LoanOrder'), ...fieldsOf('LoanGroupOrder')]],
    ['figures', [...fieldsOf('LoanGroup'), ...fieldsOf('LoanGroupKey').filter((name) => name.startsWith('lentAt'))]],
    [
      'fields',
      [
        ...fieldsOf('Author'),
        ...fieldsOf('Book'),
        ...fieldsOf('Loan'),
        ...fieldsOf('Shelf'),
        ...fieldsOf('BookCan'),
        ...fieldsOf('BusyMonth'),
        ...fieldsOf('Month'),
      ],
    ],
  ])('use all %s', (_, known) => {
    expect(known.filter((name) => !names.has(name))).toEqual([])
  })
})
