import type { AnswerOf } from '../api/document'
import type { personalDataDocument } from './access.graphql'

type KeptTable = AnswerOf<typeof personalDataDocument>['personalData'][number]
type KeptField = KeptTable['fields'][number]

/** Fields of one table of which the same holds. */
export interface KeptLine extends Pick<KeptTable, 'table' | 'record' | 'mine'> {
  readonly key: string
  readonly fields: readonly string[]
  /** What holds of them. */
  readonly facts: KeptField
}

/** What is kept, by what it is kept for; what there is more of the person stands first. */
export function linesByPurpose(tables: readonly KeptTable[]): { purpose: KeptField['purpose']; lines: readonly KeptLine[] }[] {
  const lines = [...tables].sort((one, other) => (other.mine ?? -1) - (one.mine ?? -1)).flatMap(linesOf)
  const purposes = [...new Set(lines.map(({ facts }) => facts.purpose))]
  return purposes.map((purpose) => ({ purpose, lines: lines.filter(({ facts }) => facts.purpose === purpose) }))
}

function linesOf({ table, record, mine, fields }: KeptTable): KeptLine[] {
  const alike = new Map<string, KeptField[]>()
  for (const field of fields) {
    const key = [table, field.purpose, field.until, field.days, field.readBy, field.erase].join(' ')
    alike.set(key, [...(alike.get(key) ?? []), field])
  }
  return [...alike].flatMap(([key, [facts, ...others]]) =>
    facts ? [{ key, table, record, mine, facts, fields: [facts, ...others].map(({ name }) => name) }] : [],
  )
}
