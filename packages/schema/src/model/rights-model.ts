import { allOf, anyOf, type FieldModel, type RecordModel, type RelationModel, type Row, type Scope } from '@clusterpolisee/graph-sql'
import { addsFields, hidesFields } from './adding.js'
import { compileRule, fieldScope } from './compile-rule.js'
import { duringSql } from './during.js'
import { type Condition, type Machine, machineOf, type Transition } from './machine.js'
import { type Deed, fieldOf, type RecordMeta, recordMeta } from './registry.js'
import type { Rule } from './rule.js'

/** `can`, `adds` and `hidden`, from the same declarations that reads and writes obey. */
export function rightsFields(record: RecordMeta): FieldModel[] {
  const narrow = record.fields.flatMap((field) => {
    const scope = fieldScope(field, record)
    return scope ? [{ name: field.name, scope }] : []
  })
  const hidden: FieldModel = {
    name: 'hidden',
    description: 'Fields that this viewer may not see.',
    type: 'String',
    list: true,
    nullable: false,
    sqlType: 'text[]',
    filterable: false,
    sql: (row) => {
      const seers = row.also ? [row, row.also] : [row]
      const parts = narrow.flatMap(({ name, scope }) => {
        const seen = allOf(seers.map(scope))
        return seen === true ? [] : `CASE WHEN ${seen} THEN NULL ELSE '${name}' END`
      })
      return parts.length === 0 ? "'{}'::text[]" : `array_remove(ARRAY[${parts.join(', ')}]::text[], NULL)`
    },
  }
  const can: FieldModel = {
    name: 'can',
    description: 'What this viewer may do with the record, and who may where not.',
    type: record.deeds.length > 0 ? `${record.name}Moves` : 'Moves',
    nullable: false,
    sqlType: 'jsonb',
    filterable: false,
    object: [
      ...(['update', 'archive', 'delete'] as const).map((verb) => moveField(record, verb, plainDeed(record, verb))),
      ...record.deeds.map((deed) => moveField(record, deed.name, deed)),
    ],
  }
  return [hidden, can, ...addsFields(record), ...hidesFields(record)]
}

/** A plain write as a deed, or null where it is not offered. */
function plainDeed(record: RecordMeta, verb: 'update' | 'archive' | 'delete'): Deed | null {
  if (record.write === null || !record.verbs.includes(verb)) return null
  return { name: verb, by: record.write, when: record.when, ...(record.during ? { during: record.during } : {}) }
}

/** `{allowed reason by}` of a deed over the row: refused for who asks, then for the state, then for the first condition that does not hold. */
function moveField(record: RecordMeta, name: string, deed: Deed | null): FieldModel {
  const flat = { nullable: true, sqlType: 'text', filterable: false, type: 'String' }
  const reason = (row: Row): string => {
    if (!deed) return "'NOT_OFFERED'::text"
    const mine = anyOf([row.viewer.values.readOnly ? false : compileRule(deed.by, record, row)])
    const inTime = deed.during ? [`WHEN NOT (${duringSql(record, deed.during, row.alias)}) THEN '${deed.during.code}'`] : []
    const holds = (deed.when ?? []).map((condition) => `WHEN NOT (${condition.sql(row.alias)}) THEN '${condition.code}'`)
    return `CASE WHEN (${sqlOf(mine)}) IS NOT TRUE THEN 'NOT_YOURS' ${[...inTime, ...holds].join(' ')} END`
  }
  return {
    name,
    description: `May this viewer ${name} it?`,
    type: 'Move',
    nullable: false,
    sqlType: 'jsonb',
    filterable: false,
    object: [
      {
        ...flat,
        name: 'allowed',
        description: 'True: the write would be accepted.',
        type: 'Boolean',
        nullable: false,
        sqlType: 'boolean',
        sql: (row) => `(${reason(row)}) IS NULL`,
      },
      { ...flat, name: 'reason', description: 'Why not, as a code.', sql: reason },
      { ...flat, name: 'by', description: 'Who may, as words of the rights table.', sql: () => `'${deed ? whoMay(deed.by, record) : 'NOBODY'}'` },
    ],
  }
}

/** The rule in codes that screens put into words, as `LEAD_PARTNER,OWN_PARTNER`. */
export function whoMay(rule: Rule, record: RecordMeta): string {
  const words: Record<Rule['rule'], () => string> = {
    anyone: () => 'ANYONE',
    nobody: () => 'NOBODY',
    administrator: () => 'ADMINISTRATOR',
    members: () => 'MEMBER',
    published: () => 'ANYONE',
    inSight: () => 'MEMBER,ANYONE',
    equals: () => 'ANYONE',
    differs: () => 'ANYONE',
    empty: () => '',
    money: () => '',
    history: () => '',
    oneself: () => 'ONESELF',
    companions: () => 'MEMBER',
    own: () => 'OWN_PARTNER',
    leads: () => 'WORK_PACKAGE_LEADER',
    evaluates: () => 'EVALUATOR',
    role: () => (rule.rule === 'role' ? rule.roles.join(',') : ''),
    via: () => '',
    through: () => '',
    every: () => '',
    once: () => '',
    audience: () => '',
    viaWrite: () => {
      const target = rule.rule === 'viaWrite' ? fieldOf(record, rule.relation)?.target?.() : undefined
      const parent = target ? recordMeta(target) : undefined
      return parent?.write ? whoMay(parent.write, parent) : ''
    },
    or: () =>
      rule.rule === 'or'
        ? rule.rules
            .map((part) => whoMay(part, record))
            .filter(Boolean)
            .join(',')
        : '',
    and: () =>
      rule.rule === 'and'
        ? rule.rules
            .map((part) => whoMay(part, record))
            .filter(Boolean)
            .join(',')
        : '',
  }
  return [...new Set(words[rule.rule]().split(','))].join(',')
}

/** A move of a state machine, as a record offers it. */
export const transitionRecord: RecordModel = {
  name: 'AvailableTransition',
  singular: 'availableTransition',
  plural: 'availableTransitions',
  table: '',
  declared: false,
  root: false,
  summary: false,
  node: false,
  description: 'A move that the state of a record offers, with the reason where this viewer or the record is not ready.',
  key: { column: 'key', sqlType: 'text' },
  fields: [
    { name: 'key', description: 'Identity of the move, as START.', type: 'String', nullable: false, sqlType: 'text', column: 'key' },
    { name: 'to', description: 'State that it leads to.', type: 'String', nullable: false, sqlType: 'text', column: 'to_state' },
    { name: 'allowed', description: 'True: the move would be accepted now.', type: 'Boolean', nullable: false, sqlType: 'boolean', column: 'allowed' },
    { name: 'reason', description: 'Why not, as a code.', type: 'String', nullable: true, sqlType: 'text', column: 'reason' },
    { name: 'params', description: "Figures and names of the reason's sentence.", type: 'JSON', nullable: true, sqlType: 'jsonb', column: 'params' },
    { name: 'by', description: 'Who may make it.', type: 'String', nullable: false, sqlType: 'text', column: 'by_whom' },
  ],
  relations: [],
  scope: () => true,
}

/** The moves that a record's state offers. */
export function movesOf(record: RecordMeta): RelationModel[] {
  const machine = machineOf(record.name)
  if (!machine) return []
  return [
    {
      name: 'availableTransitions',
      description: 'Moves from the present state, refused ones with their reason.',
      kind: 'many',
      target: transitionRecord.name,
      column: '',
      from: (row) => transitionRows(machine, record, row),
    },
  ]
}

function transitionRows(machine: Machine, record: RecordMeta, row: Parameters<Scope>[0]): string {
  const state = `${row.alias}.${fieldOf(record, machine.field)?.column}`
  const rows = machine.transitions.map((move) => {
    const mine = anyOf([row.viewer.values.readOnly ? false : compileRule(move.by, record, row)])
    const reason = refusal(move, mine, row.alias, 'NOT_YOURS', ({ code }) => `'${code}'`)
    const params = refusal(move, mine, row.alias, null, (condition) => paramsSql(condition, row.alias))
    const from = move.from.map((name) => `'${name}'`).join(', ')
    return `SELECT '${move.key}'::text AS key, '${move.to}'::text AS to_state, ${reason} AS reason, (${params})::jsonb AS params, '${whoMay(move.by, record)}'::text AS by_whom WHERE ${state} IN (${from})`
  })
  return `(SELECT m.key, m.to_state, m.reason IS NULL AS allowed, m.reason, m.params, m.by_whom FROM (${rows.join(' UNION ALL ')}) m)`
}

/** What is said of a move that would be refused: of who asks first, then of the first condition that does not hold. */
function refusal(move: Transition, mine: string | boolean, alias: string, notYours: string | null, say: (condition: Condition) => string): string {
  if (move.through) return notYours ? `'${move.through.code}'` : 'NULL'
  const reasons = move.when.map((condition) => `WHEN NOT (${condition.sql(alias)}) THEN ${say(condition)}`)
  return `CASE WHEN NOT (${sqlOf(mine)}) THEN ${notYours ? `'${notYours}'` : 'NULL'} ${reasons.join(' ')} END`
}

/** The figures of a condition's sentence as one JSON object, or NULL. */
export function paramsSql({ params = {} }: Condition, alias: string): string {
  const members = Object.entries(params).map(([name, sql]) => `'${name}', ${sql(alias)}`)
  return members.length > 0 ? `jsonb_build_object(${members.join(', ')})` : 'NULL'
}

const sqlOf = (predicate: string | boolean): string => String(allOf([predicate]))
