import type { Machine } from './machine.js'
import { publicFields } from './public.js'
import type { During, Grant, RecordMeta } from './registry.js'
import { whoMay } from './rights-model.js'
import type { Rule } from './rule.js'

/**
 * Who may what, as Markdown for whoever reviews a change of rights: of each record who reads it, who writes it by which verbs
 * and in which states, its deeds, the fields that fewer read, and the moves of its state machine.
 */
export const rightsTable = (records: readonly RecordMeta[], machines: readonly Machine[]): string =>
  ['# Who may what\n\nWritten by `npm run contract` from the records.\n', ...records.map((record) => sectionOf(record, machines))].join('\n')

function sectionOf(record: RecordMeta, machines: readonly Machine[]): string {
  const narrow = [...record.fields, ...record.computed].flatMap(({ name, visibleTo }) => (visibleTo ? [`field ${name}: ${ruleText(visibleTo)}`] : []))
  const lines = [
    `reads: ${ruleText(record.read)}`,
    ...publicText(record),
    ...(record.verbs.length > 0 && record.write ? [`${record.verbs.join(', ')}: ${whoText(record.write, record)}${conditionsText(record)}`] : []),
    ...record.deeds.map((deed) => `deed ${deed.name}: ${whoText(deed.by, record)}${deed.unread ? ', unread too' : ''}${conditionsText(deed)}`),
    ...narrow,
    ...machines.filter((machine) => machine.record === record.name).flatMap((machine) => movesText(machine, record)),
    ...(record.grants ? [`grants ${grantText(record.grants)}`] : []),
    ...record.unique.map((fields) => `one of each ${fields.join(', ')}`),
  ]
  return `## ${record.name}\n\n${lines.map((line) => `- ${line}\n`).join('')}`
}

/** What strangers read of a record, where its rule gives them a row; a record that is closed to them says nothing. */
const publicText = (record: RecordMeta): string[] => {
  const names = publicFields(record)
  return names.length > 0 ? [`public: ${names.join(', ')}`] : []
}

const movesText = ({ transitions }: Machine, record: RecordMeta): string[] =>
  transitions.map((move) => {
    const asks = move.asks.map(({ name, optional }) => `${name}${optional ? '?' : ''}`)
    const asking = asks.length > 0 ? `, asks ${asks.join(', ')}` : ''
    return `move ${move.key}, ${move.from.join(' or ')} to ${move.to}: ${whoText(move.by, record)}${asking}${conditionsText(move)}${move.through ? `, through ${move.through.code}` : ''}`
  })

const conditionsText = ({ during, when = [] }: { readonly during?: During; readonly when?: readonly { readonly code: string }[] }): string =>
  [
    ...(during ? [`, while ${during.of ? `${during.of} is ` : ''}${during.states.join(' or ')}`] : []),
    ...(when.length > 0 ? [`, unless ${when.map(({ code }) => code).join(', ')}`] : []),
  ].join('')

const grantText = ({ value, field, role, makes, until }: Grant): string =>
  `${value} by ${field} to ${role ?? 'any member'}${makes ? `, with the role ${makes}` : ''}${untilText(until)}`

const untilText = (until: readonly string[] = []): string => (until.length > 0 ? ` until ${until.join(' or ')}` : '')

/** A rule, and in which words screens tell of it. */
const whoText = (rule: Rule, record: RecordMeta): string => [ruleText(rule), whoMay(rule, record)].filter(Boolean).join(', said as ')

/** A rule as it is written in the records. */
export function ruleText(rule: Rule): string {
  switch (rule.rule) {
    case 'oneself':
    case 'own':
    case 'leads':
    case 'evaluates':
      return `${rule.rule}(${rule.path.join('.')})`
    case 'equals':
    case 'differs':
      return `${rule.rule}(${rule.field}, ${rule.value})`
    case 'empty':
    case 'companions':
    case 'once':
      return `${rule.rule}(${rule.field})`
    case 'role':
      return `role(${rule.roles.join(', ')})`
    case 'via':
    case 'viaWrite':
      return `${rule.rule}(${rule.relation})`
    case 'through':
      return `through(${rule.relation}, ${ruleText(rule.of)})`
    case 'every':
      return `every(${rule.many}, ${ruleText(rule.of)})`
    case 'audience':
      return `audience(${ruleText(rule.insiders)})`
    case 'or':
    case 'and':
      return `${rule.rule}(${rule.rules.map(ruleText).join(', ')})`
    default:
      return rule.rule
  }
}
