import type { RecordFacts } from './contract'

type Coming = Pick<RecordFacts, 'lasts'>

/** Rows that are there on a day, of records that come and go; `{}` for all others, and without a day. */
export function presentOn({ lasts }: Coming, day: string | null): Readonly<Record<string, unknown>> {
  if (!lasts || !day) return {}
  const [from, until] = lasts
  const begun = { or: [{ [from]: { isNull: true } }, { [from]: { lte: day } }] }
  const notOver = { or: [{ [until]: { isNull: true } }, { [until]: { gt: day } }] }
  return { and: [begun, notOver] }
}

/** {@link presentOn} in the text of a document, by its variable `$day`: parts of a filter, none where nothing comes and goes. */
export const presentText = (record: Coming): string =>
  JSON.stringify(presentOn(record, '$day'))
    .slice(1, -1)
    .replaceAll(/"([$\w]+)"/g, '$1')

/** {@link presentOn} of a row that was read. */
export function isPresent({ lasts }: Coming, row: Readonly<Record<string, unknown>>, day: string | null): boolean {
  if (!lasts || !day) return true
  const [from, until] = lasts.map((name) => row[name] as string | null)
  return (!from || from <= day) && (!until || until > day)
}
