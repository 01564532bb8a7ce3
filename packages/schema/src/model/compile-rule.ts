import { allOf, anyOf, type Row, type Scope, type Sql } from '@clusterpolisee/graph-sql'
import { historyScope } from './compile-history.js'
import type { ComputedMeta, FieldMeta } from './field.js'
import { type PastRow, relatedFacts } from './past-row.js'
import { isForMembers, isOpen } from './public.js'
import { allRecords, fieldOf, type RecordMeta, recordMeta } from './registry.js'
import type { Role, Rule } from './rule.js'

/** The viewer's array that holds the projects in which the viewer has a role. */
export const roleValues: Record<Role, string> = {
  LEAD_PARTNER: 'leadPartner',
  WORK_PACKAGE_LEADER: 'workPackageLeader',
  PARTNER: 'partner',
  EVALUATOR: 'evaluator',
  CONTROLLER: 'controller',
  OBSERVER: 'observer',
}

/** The viewer's value among whose ids is what a rule's path leads to. */
export const ledTo = { oneself: 'user', own: 'partners', leads: 'workPackages', evaluates: 'evaluations' } as const

/** The rule over one row of a record, as it is or as it was, as SQL; true and false are folded. A closed record is for members, whatever leads to it. */
export function compileRule(rule: Rule, record: RecordMeta, row: PastRow): Sql | boolean {
  return compile(rule, record, row.membersOnly || isOpen(record) ? row : { ...row, membersOnly: true })
}

function compile(rule: Rule, record: RecordMeta, row: PastRow): Sql | boolean {
  switch (rule.rule) {
    case 'anyone':
      return true
    case 'nobody':
      return false
    case 'administrator':
      return isFilled(row, 'administrator')
    case 'money':
      return isFilled(row, 'money')
    case 'history':
      return ofHistory(row)
    case 'members':
      return ofMembers(record, row)
    case 'published':
      return !row.membersOnly && isOneOf(row, projectColumn(record, row), 'published')
    case 'inSight':
      return row.membersOnly ? ofMembers(record, row) : isOneOf(row, projectColumn(record, row), 'inSight')
    case 'equals':
      return `${columnOf(record, row.alias, rule.field)} = '${rule.value}'`
    case 'differs':
      return `${columnOf(record, row.alias, rule.field)} <> '${rule.value}'`
    case 'empty':
      return `${columnOf(record, row.alias, rule.field)} IS NULL`
    case 'companions':
      return companionsOf(row, columnOf(record, row.alias, rule.field))
    case 'oneself':
    case 'own':
    case 'leads':
    case 'evaluates':
      return alongPath(rule.path, record, row, ledTo[rule.rule])
    case 'role':
      return anyOf(rule.roles.map((name) => isOneOf(row, projectColumn(record, row), roleValues[name])))
    case 'via':
      return throughRelation(rule.relation, record, row, (target) => target.read)
    case 'viaWrite':
      return throughRelation(rule.relation, record, row, (target) => target.write ?? { rule: 'nobody' }, true)
    case 'through':
      return throughRelation(rule.relation, record, row, () => rule.of)
    case 'every':
      // Of a row as it was, its many are not kept; such a rule is for strangers, who read nothing of the past.
      return row.past ? false : throughEvery(rule.many, rule.of, record, row)
    case 'once':
      return `${columnOf(record, row.alias, rule.field)} IS NOT NULL`
    case 'audience':
      return byAudience(rule.insiders, record, row)
    case 'or':
      return anyOf(rule.rules.map((part) => compileRule(part, record, row)))
    case 'and':
      return allOf(rule.rules.map((part) => compileRule(part, record, row)))
  }
}

/** A record's read scope for the engine, leaving out what the parent row guarantees: a parent that is public guarantees nothing of a closed record. */
export function readScope(record: RecordMeta): Scope {
  return (row) => (isGuaranteed(record, row) && (isOpen(record) || seesOwnOnly(row)) ? true : compileRule(record.read, record, row))
}

/** Who may see a field of a row that they may read; undefined: all of them. */
export function fieldScope(field: FieldMeta | ComputedMeta, record: RecordMeta): Scope | undefined {
  const { visibleTo } = field
  const narrower: Scope | undefined = visibleTo && ((row) => compileRule(visibleTo, record, row))
  if (!isForMembers(record, field)) return narrower
  return (row) => allOf([(isBound(record) && seesOwnOnly(row)) || ofMembers(record, row), narrower?.(row) ?? true])
}

/** History is for members by itself; what a change names is as readable as it is elsewhere. */
function ofHistory({ membersOnly: _, ...row }: PastRow): Sql | boolean {
  return historyScope(row, compileRule)
}

/** The members of the project that the row lies in. */
const ofMembers = (record: RecordMeta, row: PastRow): Sql | boolean => isOneOf(row, projectColumn(record, row), seesOwnOnly(row) ? 'inSight' : 'members')

/** True of a record whose rows nobody reads who has no project in sight. */
function isBound(record: RecordMeta): boolean {
  const nobody: Row = { alias: 't', viewer: { shape: '', values: {} }, viewerValue: () => 'NULL', constant: () => 'NULL', freshAlias: (table) => table }
  return compileRule(record.read, record, nobody) === false
}

/** A to-many child whose rule is `via` the very relation it was reached by needs no check of its own. */
function isGuaranteed(record: RecordMeta, row: Row): boolean {
  if (!row.reached) return false
  const parent = allRecords().find((known) => known.name === row.reached?.record)
  // A further list over a record's rows is no record of its own: nothing is known of it.
  if (!parent) return false
  const many = parent.many.find((relation) => relation.name === row.reached?.relation)
  if (many) return record.read.rule === 'via' && record.read.relation === many.by
  return parent.read.rule === 'via' && parent.read.relation === row.reached.relation
}

/** The project stands before the audience, alone: insiders are members too, and so an index by project serves. */
function byAudience(insiders: Rule, record: RecordMeta, row: PastRow): Sql | boolean {
  const column = `${row.alias}.audience`
  const [inSight, members] = [compileRule({ rule: 'inSight' }, record, row), compileRule({ rule: 'members' }, record, row)]
  const ofMembers = allOf([`${column} = 'PROJECT'`, members === inSight ? true : members])
  const isInsider = compileRule(insiders, record, row)
  if (row.past?.audience === 'OWN') return allOf([inSight, isInsider])
  return allOf([inSight, anyOf([`${column} = 'PUBLIC'`, ofMembers, isInsider])])
}

/** What `path` leads to from a row is one of a viewer's values; without a path the row itself is. */
export function alongPath(path: readonly string[], record: RecordMeta, row: PastRow, values: string): Sql | boolean {
  if (!isFilled(row, values)) return false
  const [first, ...rest] = path
  if (first === undefined) return isOneOf(row, `${row.alias}.id`, values)
  const column = columnOf(record, row.alias, first)
  if (rest.length === 0) return isOneOf(row, column, values)
  const target = targetOf(record, first)
  const alias = row.freshAlias(target.table)
  const inner = alongPath(rest, target, { ...relatedFacts(row, first), alias }, values)
  return exists(relatedFacts(row, first), target, alias, column, inner)
}

function throughRelation(relation: string, record: RecordMeta, row: PastRow, ruleOf: (target: RecordMeta) => Rule, writing = false) {
  const target = targetOf(record, relation)
  const alias = row.freshAlias(target.table)
  const { reached: _, ...rest } = relatedFacts(row, relation)
  const inner = compileRule(ruleOf(target), target, { ...rest, alias })
  if (inner === true && !writing) return fieldOf(record, relation)?.optional ? `${columnOf(record, row.alias, relation)} IS NOT NULL` : true
  return exists(rest, target, alias, columnOf(record, row.alias, relation), inner)
}

/** No record of `many` is there that does not fit the rule. */
function throughEvery(many: string, rule: Rule, record: RecordMeta, row: Row): Sql {
  const inverse = record.many.find(({ name }) => name === many)
  if (!inverse) throw new Error(`${record.name}.${many} is no relation to many records`)
  const target = recordMeta(inverse.target())
  const alias = row.freshAlias(target.table)
  const { reached: _, ...rest } = row
  const fits = allOf([compileRule(rule, target, { ...rest, alias })])
  return `NOT EXISTS (SELECT 1 FROM ${target.table} ${alias} WHERE ${columnOf(target, alias, inverse.by)} = ${row.alias}.id AND (${fits}) IS NOT TRUE)`
}

/** There is a row of the target, as it is or as `past` kept it, of which `inner` holds. */
function exists({ byRow, past }: Omit<PastRow, 'alias'>, target: RecordMeta, alias: string, column: Sql, inner: Sql | boolean): Sql | boolean {
  if (inner === false) return false
  if (past?.facts)
    return `EXISTS (SELECT 1 FROM jsonb_populate_record(NULL::${target.table}, ${past.facts}) ${alias}${inner === true ? '' : ` WHERE ${inner}`})`
  const condition = inner === true ? '' : ` AND ${inner}`
  return `EXISTS (SELECT 1 FROM ${target.table} ${alias} WHERE ${alias}.id = ${column}${condition}${byRow ? ' OFFSET 0' : ''})`
}

function companionsOf(row: Row, column: Sql): Sql | boolean {
  if (!isFilled(row, 'members')) return false
  const alias = row.freshAlias('membership')
  return `EXISTS (SELECT 1 FROM membership ${alias} WHERE ${alias}.user_id = ${column} AND ${isOneOf(row, `${alias}.project_id`, 'members')})`
}

function targetOf(record: RecordMeta, field: string): RecordMeta {
  const target = fieldOf(record, field)?.target
  if (!target) throw new Error(`${record.name}.${field} is no relation to one record`)
  return recordMeta(target())
}

function columnOf(record: RecordMeta, alias: string, field: string): Sql {
  if (field === 'id') return `${alias}.id`
  const meta = fieldOf(record, field)
  if (!meta) throw new Error(`${record.name} has no field ${field}`)
  return `${alias}.${meta.column}`
}

/** No project is public but the viewer's own (part of the viewer's shape): members and what is in sight are one list then. */
const seesOwnOnly = ({ viewer }: Row): boolean => viewer.values.members === viewer.values.inSight

/** The project of a row: of a project itself its identity. */
export const projectColumn = (record: RecordMeta, { alias, past }: PastRow): Sql => past?.project ?? `${alias}.${record.isProject ? 'id' : 'project_id'}`

function isFilled(row: Row, name: string): boolean {
  const value = row.viewer.values[name]
  return Array.isArray(value) ? value.length > 0 : value === true
}

/**
 * The column is one of a viewer's values; false, when the viewer has none. A single one (part of the viewer's shape) is compared
 * as such: PostgreSQL guesses that an unknown list has ten items, and then plans for each viewer anew instead of once for all.
 */
export function isOneOf(row: Row, column: Sql, name: string): Sql | boolean {
  if (!isFilled(row, name)) return false
  const held = row.viewer.values[name]
  return Array.isArray(held) && held.length === 1 ? `${column} = ${row.viewerValue(name, 'uuid')}` : `${column} = ANY (${row.viewerValue(name, 'uuid[]')})`
}
