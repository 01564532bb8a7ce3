/**
 * An answer in the form in which all servers' answers can be compared: identities under one name, figures as numbers,
 * moments and cursors (opaque, and each server's own) left out, members in one order.
 */
export function normalised(value) {
  if (Array.isArray(value)) return value.map(normalised)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .filter(([key]) => key !== 'endCursor' && key !== '__typename')
    .map(([key, inner]) => [key === 'rowId' ? 'id' : key, figures.has(key) && inner !== null ? Number(inner) : normalised(inner)])
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const figures = new Set(['value', 'weight', 'achieved', 'planned', 'coverage', 'before', 'after'])

/** Where two normalised answers differ first, as `$.a[3].b: 1 is not 2`; null when they are equal. */
export function difference(one, other, path = '$') {
  if (Object.is(one, other)) return null
  const nested = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null && Array.isArray(one) === Array.isArray(other)
  if (!nested) return `${path}: ${JSON.stringify(one)?.slice(0, 80)} is not ${JSON.stringify(other)?.slice(0, 80)}`
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(one[key], other[key], Array.isArray(one) ? `${path}[${key}]` : `${path}.${key}`)
    if (found) return found
  }
  return null
}

/** What two recordings must share: what was recorded and its effect on progress, not the identities that were made. */
export function withoutMade({ recordMeasurements: { ids, ...rest } }) {
  return { recordMeasurements: { ...rest, ids: ids.length } }
}
