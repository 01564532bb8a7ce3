import type { RecordFacts } from './contract'

/** Rows that are there on a day, of records that come and go; `{}` for all others, and without a day. */
export function presentOn({ lasts }: Pick<RecordFacts, 'lasts'>, day: string | null): Readonly<Record<string, unknown>> {
  if (!lasts || !day) return {}
  const [from, until] = lasts
  const begun = { or: [{ [from]: { isNull: true } }, { [from]: { lte: day } }] }
  const notOver = { or: [{ [until]: { isNull: true } }, { [until]: { gt: day } }] }
  return { and: [begun, notOver] }
}
