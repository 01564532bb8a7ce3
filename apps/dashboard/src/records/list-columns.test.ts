import { contract, recordOf } from '../api/contract'
import { said } from '../testing/page'
import { choosableColumns, columnLabel, columnsOf, fieldsOf, firstSort, mainColumn, shownColumns, toldOf } from './list-columns'

const records = Object.values(contract.records)

describe('the columns of a list', () => {
  it('are those that the record says', () => {
    for (const record of records.filter(({ columns }) => columns)) expect(columnsOf(record).map(({ name }) => name)).toEqual(record.columns)
  })

  it('are the first six that are typed in, where it says none', () => {
    const { columns, ...plain } = recordOf('pilots')
    const names = columnsOf(plain).map(({ name }) => name)
    expect([names.length, names[0], names.includes('project')]).toEqual([6, 'title', false])
    expect(columns).toBeDefined()
  })

  it('are fields or what belongs to a row, in every list', () => {
    for (const record of records) for (const { field, list } of columnsOf(record)) expect(Boolean(field) !== Boolean(list)).toBe(true)
  })

  it('are headed by the label of their field', () => {
    expect(columnLabel(recordOf('pilots'), { name: 'title' }, said)).toBe('resources.pilots.fields.title')
  })

  it('that show what belongs to a row are headed by that, in the plural', () => {
    const record = recordOf('evaluationPlans')
    const list = record.lists?.find(({ name }) => name === 'subjects')
    if (!list) throw new Error('Evaluations list no subjects')
    expect(columnLabel(record, { name: 'subjects', list }, said)).toBe('resources.pilots.name (smart_count 2)')
    expect(toldOf(list)).toMatchObject({ through: 'pilot', record: { plural: 'pilots' } })
  })
})

describe('the columns that a person chose', () => {
  const record = recordOf('activities')
  const namesOf = (kept: unknown) => shownColumns(record, kept).map(({ name }) => name)

  it('are the usual ones until then', () => expect(namesOf(null)).toEqual(record.columns))

  it('stand in the order in which they were chosen', () => expect(namesOf(['title', 'actualEnd', 'number'])).toEqual(['title', 'actualEnd', 'number']))

  it('leave out what there is no longer, and are the usual ones where the one that opens the record is lost', () => {
    expect(namesOf(['title', 'goneLongAgo', 7])).toEqual(['title'])
    expect([namesOf(['number']), namesOf('title'), namesOf({})]).toEqual([record.columns, record.columns, record.columns])
  })

  it('may be any that a page can show, each once', () => {
    for (const one of records) {
      const names = choosableColumns(one).map(({ name }) => name)
      expect([new Set(names).size, names.includes('project')]).toEqual([names.length, false])
    }
    expect(choosableColumns(record).map(({ name }) => name)).toContain('actualEnd')
  })
})

describe('the column that opens a record', () => {
  it('is the one that it is called by', () => {
    const record = recordOf('pilots')
    expect(mainColumn(record, columnsOf(record))?.name).toBe('title')
  })

  it('is the last of several that it is called by', () => {
    const record = recordOf('activities')
    expect(mainColumn(record, columnsOf(record))?.name).toBe('title')
  })

  it('is what happened, in the security log, and not from where', () => {
    const record = recordOf('securityLog')
    expect(mainColumn(record, columnsOf(record))?.name).toBe('kind')
  })

  it('is there in every list that has columns', () => {
    for (const record of records) expect(mainColumn(record, columnsOf(record)) === undefined).toBe(columnsOf(record).length === 0)
  })
})

describe('the order of a list at first', () => {
  it('is one that the list can be put into', () => {
    for (const record of records) {
      const { field } = firstSort(record, columnsOf(record))
      expect(field === 'id' || fieldsOf(columnsOf(record)).some(({ name, sort, target }) => name === field && sort && !target)).toBe(true)
    }
  })

  it("is the gateway's own where no column shows it", () => {
    const record = { ...recordOf('pilots'), order: [{ field: 'createdAt', direction: 'DESC' as const }] }
    expect(firstSort(record, columnsOf(record))).toEqual({ field: 'id', order: 'ASC' })
  })

  it("is the record's where a column shows it", () => {
    const record = { ...recordOf('pilots'), order: [{ field: 'title', direction: 'DESC' as const }] }
    expect(firstSort(record, columnsOf(record))).toEqual({ field: 'title', order: 'DESC' })
  })
})
