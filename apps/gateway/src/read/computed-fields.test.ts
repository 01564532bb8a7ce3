import { Engine, type FieldModel, type Model, type RecordModel, readSide } from '@clusterpolisee/graph-sql'
import { buildSchema, extendSchema, parse, printType, validate } from 'graphql'

const field = (name: string, type: string, sqlType: string, more: Partial<FieldModel> = {}): FieldModel => ({
  name,
  description: `${name}.`,
  type,
  sqlType,
  nullable: true,
  column: name,
  ...more,
})
const args = [{ name: 'asOf', type: 'Date', sqlType: 'date', description: 'The day.' }]
const id = field('id', 'ID', 'uuid', { nullable: false })
const level = field('level', 'Decimal', 'numeric')

const tide: RecordModel = {
  name: 'Tide',
  singular: 'tide',
  plural: 'tides',
  description: 'A level of a day.',
  table: '',
  root: false,
  summary: false,
  node: false,
  key: { column: 'day', sqlType: 'date' },
  fields: [field('day', 'Date', 'date', { nullable: false }), level],
  relations: [],
  scope: () => true,
}

const harbour: RecordModel = {
  name: 'Harbour',
  singular: 'harbour',
  plural: 'harbours',
  description: 'Harbours.',
  table: 'harbour',
  fields: [
    id,
    { ...level, args, from: ({ alias }, { asOf }) => `tide_of(${alias}.id, ${asOf ?? 'NULL'})` },
    {
      ...field('water', 'Water', 'record'),
      args,
      from: ({ alias }, { asOf }) => `tide_of(${alias}.id, ${asOf ?? 'NULL'})`,
      object: [level, field('high', 'Boolean', 'boolean')],
      filterable: false,
      visibleTo: ({ viewer }) => viewer.values.pilot === true,
    },
  ],
  relations: [
    {
      name: 'tides',
      description: 'Day by day.',
      kind: 'many',
      target: 'Tide',
      column: '',
      args,
      from: ({ alias }, { asOf }) => `tides_of(${alias}.id, ${asOf ?? 'NULL'})`,
    },
  ],
  scope: () => true,
}

const model: Model = { records: [harbour, tide], enums: [] }
const base = buildSchema('scalar Date scalar DateTime scalar Decimal scalar Money type Query { version: String }')
const schema = extendSchema(base, parse(readSide(model, base)))
const engine = new Engine(model, schema)

function compiled(text: string, pilot = true) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return engine.compile({ document, viewer: { shape: String(pilot), values: { pilot } } })
}

const typeOf = (name: string) => {
  const type = schema.getType(name)
  return type ? printType(type) : ''
}

describe('what a function works out for each row', () => {
  it('is told in SDL with its arguments and types', () => {
    expect(typeOf('Harbour')).toMatch(/level\([^)]*asOf: Date\s*\): Decimal\n/)
    expect(typeOf('Harbour')).toMatch(/water\([^)]*asOf: Date\s*\): Water\n/)
    expect(typeOf('Harbour')).toMatch(/tides\([^)]*asOf: Date[^)]*first: Int[^)]*\): TideConnection!/)
    expect(typeOf('Water')).toMatch(/level: Decimal[^}]*high: Boolean/)
  })

  it('cannot be filtered, ordered, summed or fed, since no index has it', () => {
    expect(typeOf('HarbourFilter')).not.toMatch(/level|water|tides/)
    expect(typeOf('HarbourOrder')).not.toMatch(/level|water|tides/)
    expect(typeOf('HarbourGroup')).not.toMatch(/sum|avg|min|max/)
    expect(
      engine
        .feeds()
        .find(({ name }) => name === 'harbours')
        ?.columns.map(({ name }) => name),
    ).toEqual(['id'])
  })

  it('is a sub-select of the row, with its arguments as values', () => {
    const { text, values } = compiled(
      '{ harbours(first: 2) { nodes { level(asOf: "2014-04-14") water { high } tides(first: 3, asOf: "2014-04-15") { nodes { day } } } } }',
    )
    expect(text).toMatch(/\(SELECT level_\d+\.level FROM tide_of\(harbour_1\.id, \$1::date\) level_\d+ LIMIT 1\)/)
    expect(text).toMatch(/coalesce\(\(SELECT .+ FROM tide_of\(harbour_1\.id, NULL\) water_\d+ LIMIT 1\), 'null'\)/)
    expect(text).toMatch(/FROM tides_of\(harbour_1\.id, \$2::date\) tides_\d+ ORDER BY tides_\d+\.day ASC LIMIT 100\) page LIMIT \(SELECT \$3::int\)/)
    expect(values).toEqual(['2014-04-14', '2014-04-15', 3, 2])
  })

  it('is null for whoever may not see it', () => {
    expect(compiled('{ harbours { nodes { water { high } } } }', false).text).toContain(`"water":' || coalesce(NULL, 'null')`)
  })

  it('refuses a day that is none', () => {
    expect(() => compiled('{ harbours { nodes { level(asOf: "2014-02-31") } } }')).toThrow('not a day')
  })

  it('is counted over the whole document: a value for each row above it, a page for each list', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `a${index}: level`).join(' ')
    expect(() => compiled(`{ harbours(first: 500) { nodes { ${twenty} } } }`)).not.toThrow()
    expect(() => compiled(`{ harbours(first: 500) { nodes { ${twenty} level } } }`)).toThrow('computed values')
    expect(() => compiled(`{ harbours(first: 500) { nodes { ${twenty} water { high } } } }`)).toThrow('computed values')
    const tides = (first: number) => `tides(first: ${first}) { nodes { day } }`
    expect(() => compiled(`{ harbours(first: 100) { nodes { ${tides(100)} } } }`)).not.toThrow()
    expect(() => compiled(`{ harbours(first: 100) { nodes { ${tides(99)} more: ${tides(2)} } } }`)).toThrow('computed values')
  })
})
