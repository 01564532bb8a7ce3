import { allOf, anyOf, type FieldModel, type Row, type Sql } from '@clusterpolisee/graph-sql'
import { alongPath, compileRule, isOneOf, ledTo, projectColumn, roleValues } from './compile-rule.js'
import { decider, isDuring } from './during.js'
import type { FieldMeta } from './field.js'
import { allRecords, fieldOf, type RecordMeta, recordMeta } from './registry.js'
import type { Rule } from './rule.js'

/** A row that is not there yet: its record, and the relation by which it would hang on a row; null: on the project alone. */
interface Place {
  readonly child: RecordMeta
  readonly relation: string | null
}

const adds = { name: 'adds', type: 'String', list: true, nullable: false, sqlType: 'text[]', filterable: false } as const

/**
 * `adds` of what is of a project, and of projects: lists to which this viewer may add here, by a plain write or a verb of
 * its own. The write's own rule is asked, over a row of which only its place is known.
 */
export function addsFields(record: RecordMeta): FieldModel[] {
  const places = placesIn(record)
  if (places.length === 0) return []
  const sql = (row: Row) => {
    const names = namesOf(
      row,
      places.map((place) => [place.child, mayAdd(place, record, row)] as const),
    )
    return fieldOf(record, 'archivedAt') ? `CASE WHEN ${row.alias}.archived_at IS NULL THEN ${names} ELSE '{}'::text[] END` : names
  }
  return [{ ...adds, description: 'Lists to which this viewer may add here.', sql }]
}

/** `adds` of whoever asks: lists of no project. Their rules ask nothing of the row. */
export const addsOfNoProject: FieldModel = {
  ...adds,
  description: 'Lists of no project to which this viewer may add.',
  sql: (row) => {
    const free = allRecords().filter((record) => record.verbs.includes('create') && !fieldOf(record, 'project'))
    return namesOf(
      row,
      free.map((record) => [record, compileRule(record.write ?? { rule: 'nobody' }, record, row)] as const),
    )
  },
}

/** `hides` of projects: fields of what may be added there, as `pilots.budget`, that this viewer would not see of it, and so not set. */
export function hidesFields(record: RecordMeta): FieldModel[] {
  if (!record.isProject) return []
  const added = placesIn(record).filter(({ child }) => child.verbs.includes('create'))
  const sql = (row: Row) => {
    const names = added.flatMap((place) => narrowFields(place.child).map((field) => hiddenName(place, field, holds(field.visibleTo, place, record, row))))
    return `array_remove(ARRAY[${names.join(', ')}]::text[], NULL)`
  }
  return [{ ...adds, name: 'hides', description: 'Fields of what may be added here, as `pilots.budget`, that this viewer would not see of it.', sql }]
}

/** Fields that a form sets and not everybody sees. */
const narrowFields = ({ fields }: RecordMeta) =>
  fields.flatMap((field) => (field.visibleTo && field.input !== 'none' ? [{ ...field, visibleTo: field.visibleTo }] : []))

const hiddenName = ({ child }: Place, { name }: FieldMeta, seen: Sql | boolean): Sql =>
  `CASE WHEN NOT coalesce(${seen}, false) THEN '${child.plural}.${name}' END`

/** True: a record's rows say what may be added to them. */
export const isAddedTo = (record: RecordMeta): boolean => placesIn(record).length > 0

function placesIn(parent: RecordMeta): Place[] {
  const children = allRecords().filter((child) => child.write !== null && fieldOf(child, 'project'))
  if (parent.isProject) return children.map((child) => ({ child, relation: null }))
  if (!fieldOf(parent, 'project')) return []
  return children.flatMap((child) =>
    child.fields.filter((field) => field.input !== 'none' && field.target?.() === parent.name).map((field) => ({ child, relation: field.name })),
  )
}

function namesOf(row: Row, lists: readonly (readonly [RecordMeta, Sql | boolean])[]): Sql {
  const open = row.viewer.values.readOnly ? [] : lists.filter(([, may]) => may !== false)
  const names = open.map(([{ plural }, may]) => `CASE WHEN ${may} THEN '${plural}' END`)
  return names.length === 0 ? "'{}'::text[]" : `array_remove(ARRAY[${names.join(', ')}]::text[], NULL)`
}

/** In the states in which the child is written, where the row itself decides on that. */
function mayAdd(place: Place, parent: RecordMeta, row: Row): Sql | boolean {
  const { child, relation } = place
  const { during } = child
  const inTime = during?.of !== undefined && during.of === relation ? isDuring(during, `${row.alias}.${decider(child, during).state}`) : true
  return allOf([holds(child.write ?? { rule: 'nobody' }, place, parent, row), inTime])
}

/** The rule over a row that is not there yet: a relation that its place does not say may lead to any row of the project. */
function holds(rule: Rule, place: Place, parent: RecordMeta, row: Row): Sql | boolean {
  switch (rule.rule) {
    case 'or':
      return anyOf(rule.rules.map((part) => holds(part, place, parent, row)))
    case 'and':
      return allOf(rule.rules.map((part) => holds(part, place, parent, row)))
    case 'role':
      return anyOf(rule.roles.map((name) => isOneOf(row, projectColumn(parent, row), roleValues[name])))
    case 'viaWrite':
      return through(rule.relation, place, parent, row, (target, there) => compileRule(target.write ?? { rule: 'nobody' }, target, there))
    case 'oneself':
    case 'own':
    case 'leads':
    case 'evaluates': {
      const [first = '', ...rest] = rule.path
      return through(first, place, parent, row, (target, there) => alongPath(rest, target, there, ledTo[rule.rule]))
    }
    case 'administrator':
    case 'money':
    case 'members':
    case 'nobody':
      return compileRule(rule, parent, row)
    default:
      throw new Error(`${place.child.name} is written by a rule that asks what a new row does not have: ${rule.rule}`)
  }
}

type Ask = (target: RecordMeta, row: Row) => Sql | boolean

function through(relation: string, { child, relation: given }: Place, parent: RecordMeta, row: Row, ask: Ask): Sql | boolean {
  if (relation === given) return ask(parent, row)
  const target = recordMeta(fieldOf(child, relation)?.target?.() ?? '')
  const alias = row.freshAlias(target.table)
  const { reached: _, ...rest } = row
  const inner = ask(target, { ...rest, alias })
  if (inner === false) return false
  const present = fieldOf(target, 'archivedAt') ? [`${alias}.archived_at IS NULL`] : []
  const conditions = allOf([`${alias}.project_id = ${projectColumn(parent, row)}`, ...present, inner])
  return `EXISTS (SELECT 1 FROM ${target.table} ${alias} WHERE ${conditions})`
}
