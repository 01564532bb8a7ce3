import type { Sql } from '@clusterpolisee/graph-sql'
import { fieldOf, type RecordMeta, recordMeta } from './registry.js'
import type { Rule } from './rule.js'

/** What rules look at in a row: columns of its own, and the same of the records that it leads to, by relation. */
export interface Facts {
  readonly record: RecordMeta
  readonly columns: Set<string>
  readonly related: Map<string, Facts>
}

/** Where a row stands: its columns as values, and as keys of other rows. */
export interface FactsAt {
  value(column: string): Sql
  key(column: string): Sql
}

/** What the rules of reading a record and its fields look at; null where nothing that they look at can change. */
export function factsOf(record: RecordMeta): Facts | null {
  const facts = noFacts(record)
  for (const rule of [record.read, ...record.fields.flatMap(({ visibleTo }) => visibleTo ?? [])]) collect(rule, facts)
  return isEmpty(facts) ? null : facts
}

/** Facts as one JSON object, related ones under the name of their relation. */
export function factsSql({ record, columns, related }: Facts, at: FactsAt): Sql {
  const own = [...columns].map((name) => `'${name}', ${at.value(name)}`)
  const others = [...related].map(([name, facts]) => `'${name}', ${relatedSql(facts, at.key(columnOf(record, name)))}`)
  return `jsonb_build_object(${[...own, ...others].join(', ')})`
}

function relatedSql(facts: Facts, key: Sql): Sql {
  const { table } = facts.record
  const column = (name: string) => `${table}.${name}`
  return `(SELECT ${factsSql(facts, { value: column, key: column })} FROM ${table} WHERE ${table}.id = ${key})`
}

/** Whoever reads what is past is a member, so that a rule over many other rows, which is for strangers, is not kept. */
function collect(rule: Rule, facts: Facts): void {
  if ('field' in rule) addPath([rule.field], facts)
  if ('path' in rule) addPath(rule.path, facts)
  if (rule.rule === 'via') addRelated(facts, rule.relation, (target) => collect(target.record.read, target))
  if (rule.rule === 'through') addRelated(facts, rule.relation, (target) => collect(rule.of, target))
  if (rule.rule === 'audience') facts.columns.add('audience')
  for (const part of partsOf(rule)) collect(part, facts)
}

function partsOf(rule: Rule): readonly Rule[] {
  if (rule.rule === 'audience') return [rule.insiders]
  return 'rules' in rule ? rule.rules : []
}

function addPath([first = 'id', ...rest]: readonly string[], facts: Facts): void {
  if (rest.length > 0) addRelated(facts, first, (target) => addPath(rest, target))
  else facts.columns.add(columnOf(facts.record, first))
}

function addRelated(facts: Facts, relation: string, fill: (target: Facts) => void): void {
  const target = facts.related.get(relation) ?? noFacts(recordMeta(fieldOf(facts.record, relation)?.target?.() ?? ''))
  fill(target)
  if (!isEmpty(target)) facts.related.set(relation, target)
}

const noFacts = (record: RecordMeta): Facts => ({ record, columns: new Set(), related: new Map() })
const isEmpty = ({ columns, related }: Facts): boolean => columns.size === 0 && related.size === 0

function columnOf(record: RecordMeta, name: string): string {
  if (name === 'id') return 'id'
  const field = fieldOf(record, name)
  if (!field) throw new Error(`${record.name} has no field ${name}`)
  return field.column
}
