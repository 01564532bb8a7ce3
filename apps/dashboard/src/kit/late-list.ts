import type { LateItemFilter } from '../api/documents.generated'

/** Where late items stand; null: nowhere of that kind. */
export interface LatePlace {
  readonly area?: string | null
  readonly phase?: string | null
  readonly package?: string | null
  readonly partner?: string | null
  readonly pilot?: string | null
  /** The day spoken of, where it is another than the project's. */
  readonly day?: string | null
}

const NOWHERE = 'none'

const fields = { area: 'thematicAreaId', phase: 'phaseId', package: 'workPackageId', partner: 'partnerId', pilot: 'pilotId' } as const

/** The kinds of place by which late items are told apart. */
export const placeKinds = Object.keys(fields) as (keyof typeof fields)[]

/** Address of the list of what is late in a place: as long as the number that stands there. */
export function lateAddress(place: LatePlace = {}): string {
  const params = new URLSearchParams({ state: 'LATE' })
  for (const [name, value] of Object.entries(place)) if (value !== undefined && (value !== null || name !== 'day')) params.set(name, value ?? NOWHERE)
  return `/late?${params}`
}

const states: Readonly<Record<string, LateItemFilter['state']>> = { LATE: { eq: 'LATE' }, DUE: { eq: 'DUE' } }

/** What the list's address asks for. */
export function lateFilter(params: URLSearchParams): LateItemFilter {
  const state = states[params.get('state') ?? '']
  const places = placeKinds.flatMap((name) => {
    const value = params.get(name)
    return value === null ? [] : [[fields[name], value === NOWHERE ? { isNull: true } : { eq: value }] as const]
  })
  return { ...(state ? { state } : {}), ...(params.get('mine') === 'yes' ? { mine: { eq: true } } : {}), ...Object.fromEntries(places) }
}
