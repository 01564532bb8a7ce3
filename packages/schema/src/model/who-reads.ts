import { fieldOf, type RecordMeta, recordMeta } from './registry.js'
import { whoMay } from './rights-model.js'
import type { Rule } from './rule.js'

/** Who may read by a rule, at the most, in codes that screens put into words, as `ONESELF,ADMINISTRATOR`; empty: whoever reads what it is about. */
export function whoReads(rule: Rule, record: RecordMeta): string {
  const codes = [...new Set(readers(rule, record))]
  return (codes.includes('MEMBER') ? codes.filter((code) => !OF_MEMBERS.includes(code)) : codes).join(',')
}

const OF_MEMBERS = ['LEAD_PARTNER', 'WORK_PACKAGE_LEADER', 'PARTNER', 'EVALUATOR', 'CONTROLLER', 'OBSERVER', 'OWN_PARTNER']

function readers(rule: Rule, record: RecordMeta): string[] {
  switch (rule.rule) {
    case 'or':
      return rule.rules.flatMap((part) => readers(part, record))
    case 'and':
      return narrowest(rule.rules.map((part) => readers(part, record)))
    case 'via': {
      const target = recordMeta(fieldOf(record, rule.relation)?.target?.() ?? '')
      return readers(target.read, target)
    }
    case 'audience':
      return ['MEMBER', 'ANYONE']
    case 'once':
      return ['ANYONE']
    default:
      return whoMay(rule, record).split(',').filter(Boolean)
  }
}

/** Of rules that must all hold: the readers of that which lets in the fewest, as far as their codes tell. */
function narrowest(parts: readonly string[][]): string[] {
  const telling = parts.filter((codes) => codes.length > 0)
  const narrow = telling.filter((codes) => !codes.includes('ANYONE'))
  return (narrow.length > 0 ? narrow : telling)[0] ?? []
}
