import { fieldOf, isOrderable, type RecordFacts } from '../api/contract'

/** Rows that the gateway gives at most on a page. */
const MOST_ROWS = 500

/** What a filter has beside a record's fields. */
const around = new Set(['q', 'archived', 'history', 'and', 'or', 'not'])

/** Whether what an address says of a list (`?filter=…&sort=…`) fits the record as it is now; an older build or another hand may have written it. */
export function isFitting(record: RecordFacts, search: string): boolean {
  const params = new URLSearchParams(search)
  const sort = params.get('sort')
  const field = sort === null ? undefined : fieldOf(record, sort)
  if (sort !== null && sort !== 'id' && !(field && isOrderable(field))) return false
  if (![null, 'ASC', 'DESC'].includes(params.get('order'))) return false
  if (!isCount(params.get('page'), 1_000_000) || !isCount(params.get('perPage'), MOST_ROWS)) return false
  return isObject(params.get('displayedFilters')) && isObject(params.get('filter'), (name) => around.has(name) || fieldOf(record, name) !== undefined)
}

const isCount = (text: string | null, most: number): boolean => text === null || (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most)

/** True for a JSON object of which all names are known. */
function isObject(text: string | null, isKnown: (name: string) => boolean = () => true): boolean {
  if (text === null) return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every(isKnown)
  } catch {
    return false
  }
}
