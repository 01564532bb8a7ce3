import { allOf, anyOf, type Row, type Sql } from '@clusterpolisee/graph-sql'
import type { FieldMeta } from './field.js'
import type { PastRow } from './past-row.js'
import { allRecords, type RecordMeta, recordMeta } from './registry.js'
import type { Rule } from './rule.js'
import { factsOf } from './rule-facts.js'

type Compile = (rule: Rule, record: RecordMeta, row: PastRow) => Sql | boolean

const nobody: Rule = { rule: 'nobody' }

/**
 * Which audit entries are there. Of a record's `history`: for members of its project, where they may read what was changed as it
 * was before, as it was after, and as it is now; outside projects for whoever may write the record. The whole trail is the lead
 * partner's, and outside projects the administrators'.
 */
export function historyScope(row: Row, compile: Compile): Sql | boolean {
  return row.reached ? ofRecord(recordMeta(row.reached.record), row, compile) : ofProject(row, compile)
}

function ofProject(row: Row, compile: Compile): Sql | boolean {
  const trail = recordMeta('AuditEntry')
  const audited = allRecords().filter((record) => record.audited)
  const isLead = compile({ rule: 'role', roles: ['LEAD_PARTNER'] }, trail, row)
  const seen = isLead && allOf(audited.map((record) => anyOf([`${row.alias}.record_type <> '${record.name}'`, asLead(record, row, compile)])))
  const unowned = compile({ rule: 'administrator' }, trail, row) && `${row.alias}.project_id IS NULL`
  return anyOf([allOf([isLead, seen]), unowned])
}

/** A lead partner reads every record of the project; what is narrower than that depends on how they signed in. */
function asLead(record: RecordMeta, row: Row, compile: Compile): Sql | boolean {
  if (!holdsForLead(record.read, record, row, compile)) return false
  const hidden = record.fields.filter(({ visibleTo }) => visibleTo && !holdsForLead(visibleTo, record, row, compile))
  const related = record.fields.filter((field) => field.target && !holdsForLead(targetOf(field).read, targetOf(field), row, compile))
  return allOf([...hidden.map(({ name }) => isOther(row, name)), ...related.map((field) => namesReadable(field, row, compile))])
}

function ofRecord(record: RecordMeta, row: Row, compile: Compile): Sql | boolean {
  const isOwned = record.isProject || record.fields.some(({ name }) => name === 'project')
  if (!isOwned) return asItIs(record.write ?? nobody, record, row, compile)
  const isMember = compile({ rule: 'members' }, recordMeta('AuditEntry'), row)
  return isMember && allOf([isMember, asItWas(record.read, record, row, compile), ...record.fields.map((field) => ofField(field, record, row, compile))])
}

/** A change of a narrower field, or of a relation, is there for whoever may see the field and what it names. */
function ofField(field: FieldMeta, record: RecordMeta, row: Row, compile: Compile): Sql | boolean {
  const { visibleTo } = field
  const seen = visibleTo ? allOf([asItIs(visibleTo, record, row, compile), asItWas(visibleTo, record, row, compile)]) : true
  const named = field.target && !holdsForMembers(targetOf(field)) ? namesReadable(field, row, compile) : true
  return allOf([seen === true ? true : anyOf([isOther(row, field.name), seen]), named])
}

/** The rule holds of the record as it is now. */
function asItIs(rule: Rule, record: RecordMeta, row: Row, compile: Compile, past?: PastRow['past']): Sql | boolean {
  const alias = row.freshAlias(record.table)
  const { reached: _, ...rest } = row
  const inner = compile(rule, record, { ...rest, alias, ...(past ? { past } : {}) })
  return typeof inner === 'string' ? `EXISTS (SELECT 1 FROM ${record.table} ${alias} WHERE ${alias}.id = ${row.alias}.record_id::uuid AND ${inner})` : inner
}

/** The rule holds of the record as it was before and after the change; where neither was kept yet, as if only its own had read it. */
function asItWas(rule: Rule, record: RecordMeta, row: Row, compile: Compile): Sql | boolean {
  if (!factsOf(record)) return true
  const [before, after] = [`${row.alias}.judged_before`, `${row.alias}.judged_after`]
  const project = `${row.alias}.project_id`
  const older = asItIs(rule, record, row, compile, { project, audience: 'OWN' })
  const kept = row.freshAlias('judged')
  const alias = row.freshAlias(record.table)
  const { reached: _, ...rest } = row
  const inner = compile(rule, record, { ...rest, alias, past: { project, facts: `${kept}.facts` } })
  if (typeof inner !== 'string') return inner
  const judged = `EXISTS (SELECT 1 FROM jsonb_populate_record(NULL::${record.table}, ${kept}.facts) ${alias} WHERE ${inner})`
  const always = `NOT EXISTS (SELECT 1 FROM unnest(ARRAY[${before}, ${after}]) ${kept} (facts) WHERE ${kept}.facts IS NOT NULL AND NOT ${judged})`
  return allOf([always, anyOf([`coalesce(${before}, ${after}) IS NOT NULL`, older])])
}

const isOther = (row: Row, field: string): Sql => `${row.alias}.field IS DISTINCT FROM '${field}'`

/** What a relation named before and after the change may be read, where it is still there. */
function namesReadable(field: FieldMeta, row: Row, compile: Compile): Sql {
  const target = targetOf(field)
  const named = ['before', 'after'].map((column) => isReadable(`${row.alias}.${column}`, target, row, compile))
  return `(${isOther(row, field.name)} OR (${named.join(' AND ')}))`
}

function isReadable(value: Sql, target: RecordMeta, row: Row, compile: Compile): Sql {
  const alias = row.freshAlias(target.table)
  const { reached: _, ...rest } = row
  const inner = compile(target.read, target, { ...rest, alias })
  return `(${value} IS NULL OR EXISTS (SELECT 1 FROM ${target.table} ${alias} WHERE ${alias}.id = (${value} #>> '{}')::uuid AND ${inner}))`
}

const targetOf = (field: FieldMeta): RecordMeta => recordMeta(field.target?.() ?? '')

/** True of a record that every member of its project reads whatever it holds. */
const holdsForMembers = (record: RecordMeta): boolean => holds(record.read, record, ({ rule }) => ['anyone', 'members', 'inSight'].includes(rule))

/** True where the rule holds for the lead partner of the project, however the row is. */
function holdsForLead(asked: Rule, record: RecordMeta, row: Row, compile: Compile): boolean {
  return holds(asked, record, (rule) => {
    if (rule.rule === 'audience') return holdsForLead(rule.insiders, record, row, compile)
    if (rule.rule === 'role') return rule.roles.includes('LEAD_PARTNER')
    return ['anyone', 'members', 'inSight'].includes(rule.rule) || (rule.rule === 'money' && compile(rule, record, row) === true)
  })
}

/** A rule without a look at any row: `surely` says of its single parts whether they hold. */
function holds(rule: Rule, record: RecordMeta, surely: (rule: Rule) => boolean): boolean {
  if (rule.rule === 'or') return rule.rules.some((part) => holds(part, record, surely))
  if (rule.rule === 'and') return rule.rules.every((part) => holds(part, record, surely))
  if (rule.rule !== 'via') return surely(rule)
  const target = recordMeta(record.fields.find(({ name }) => name === rule.relation)?.target?.() ?? '')
  return holds(target.read, target, surely)
}
