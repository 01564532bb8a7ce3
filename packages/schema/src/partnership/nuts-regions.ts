import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A region of the lists of NUTS that come with the product, or of the statistical regions of a candidate country. */
export interface NutsRegion {
  readonly code: string
  readonly name: string
  /** Year of the newest list in which the code has this name. */
  readonly nutsVersion: number
  /** Years of all lists in which it has. */
  readonly versions: readonly number[]
}

/** The code of a region as NUTS writes it: Greece is EL there, whatever others call it. */
export const nutsCode = (text: string): string => text.toUpperCase().replace(/^GR/, 'EL')

/** Codes of countries that are others in NUTS than in ISO 3166. */
const countries: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

/** Where a region of NUTS lies, by ISO 3166: a code begins with its country. */
export const countryOfNuts = (code: string): string => countries[code.slice(0, 2)] ?? code.slice(0, 2)

/** How deep a region of NUTS lies: 0 a country, 3 the smallest. Each level adds a letter or digit to the code of the region above. */
export const levelOfNuts = (code: string): number => Math.min(Math.max(code.length - 2, 0), 3)

/** The region above; null for a country. Northern Ireland counts on beyond nine. */
export const parentOfNuts = (code: string): string | null => (code.length > 2 ? code.slice(0, -1).replace(/^UKN1$/, 'UKN0') : null)

/** Marks of the letters of a name, by which `Emilia` and `Émilia` are alike. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

let regions: readonly NutsRegion[] | undefined

/**
 * All regions of NUTS 2003 to 2021, read once when somebody asks: names and codes as GISCO publishes them, © EuroGeographics for
 * the administrative boundaries.
 */
export function nutsRegions(): readonly NutsRegion[] {
  regions ??= (JSON.parse(readFileSync(join(import.meta.dirname, 'nuts-regions.json'), 'utf8')) as [string, string, number[]][]).map(
    ([code, name, versions]) => ({ code, name, nutsVersion: Math.max(...versions), versions }),
  )
  return regions
}

/** Regions by their codes, each as the newest list has it that knows the code. */
export function nutsByCode(codes: readonly string[]): NutsRegion[] {
  const wanted = new Set(codes)
  const found = new Map<string, NutsRegion>()
  for (const region of nutsRegions())
    if (wanted.has(region.code) && (found.get(region.code)?.nutsVersion ?? 0) < region.nutsVersion) found.set(region.code, region)
  return [...found.values()]
}

/** Regions whose code begins, or whose name goes, as a text; the newest of each code first. */
export function searchNuts(text: string, most: number): NutsRegion[] {
  const [code, words] = [nutsCode(text.trim()), bare(text.trim())]
  if (words === '') return []
  const fits = nutsRegions().filter((region) => region.code.startsWith(code) || bare(region.name).includes(words))
  return nutsByCode(fits.map((region) => region.code)).slice(0, most)
}
