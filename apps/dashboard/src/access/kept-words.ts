import { contract, fieldOf } from '../api/contract'
import { rolesText } from '../api/graphql'
import type { Translate } from '../api/translate'

/** How a table is called: by the record that it holds, else in words of its own. */
export function tableWord(table: string, record: string | null, translate: Translate): string {
  const facts = record ? contract.records[record] : undefined
  return facts ? translate(`resources.${facts.plural}.name`, { smart_count: 2 }) : translate(`kept.tables.${table.replace(/^.*\./, '')}`)
}

/** How a field of a record is called; a column that the record does not show has words of its own. */
export function fieldWord(record: string, field: string, translate: Translate): string {
  const facts = contract.records[record]
  return facts && fieldOf(facts, field) ? translate(`resources.${facts.plural}.fields.${field}`) : translate(`kept.hidden.${field}`)
}

/** When it ends, and after how many days. */
export function untilText({ until, days }: { readonly until: string; readonly days: number | null }, translate: Translate): string {
  const end = translate(`enums.KeptUntil.${until}`)
  return days === null ? end : `${end}: ${translate('kept.days', { smart_count: days })}`
}

/** Who may read it, in words. */
export function readersText(readBy: string | null, translate: Translate): string {
  if (readBy === null) return translate('kept.sameReaders')
  return readBy === 'NOBODY' ? translate('kept.noReader') : rolesText(readBy, translate)
}
