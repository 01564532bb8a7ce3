import { naceDivisions } from './nace-divisions.js'

/** All activities together, as Eurostat writes it. */
const TOTAL = 'TOTAL'

/** A division without its section, as a program leaves it that takes it for a number. */
const BARE = /^\d{1,2}$/
const SINGLE = /^[A-U](\d\d)?$/
/** A group, with the marks that offices put between its first and its last. */
const GROUP = /^([A-U])(\d\d)?[-_T\u2013]([A-U])?(\d\d)?$/

/** The code of NACE Rev. 2 that a text says, in one spelling: C25, C, C10-C12, B-E or TOTAL. Null for what is no division, section or group of neighbours. */
export function readNace(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (BARE.test(code)) return naceDivisions.find((division) => Number(division.slice(1)) === Number(code)) ?? null
  const spelled = code.replace(GROUP, (_, letter: string, number = '', lastLetter = letter, lastNumber = '') => `${letter}${number}-${lastLetter}${lastNumber}`)
  return divisionsIn(spelled).length > 0 ? spelled : null
}

/** The divisions that a code speaks of, in their order; none where it is no code. */
export function divisionsIn(code: string): readonly string[] {
  if (code === TOTAL) return naceDivisions
  const [first = '', last = first] = code.split('-')
  if (!SINGLE.test(first) || !SINGLE.test(last) || first.length !== last.length) return []
  const begin = naceDivisions.findIndex((division) => division.startsWith(first))
  const end = naceDivisions.findLastIndex((division) => division.startsWith(last))
  return begin === -1 ? [] : naceDivisions.slice(begin, end + 1)
}

/** A code with what it speaks of. */
interface Group {
  readonly code: string
  readonly divisions: readonly string[]
}

const isWithin = (part: Group, whole: Group) =>
  part.divisions.length < whole.divisions.length && part.divisions.every((division) => whole.divisions.includes(division))

const meets = (one: Group, other: Group) => one.divisions.some((division) => other.divisions.includes(division))

/**
 * Those of some codes by which nothing is counted twice, as fine as may be: a group gives way to what lies within it where that is
 * there whole, and the total to whatever is there beside it. What overlaps otherwise counts where it comes first.
 */
export function partNace(codes: readonly string[]): string[] {
  const groups = [...new Set(codes)].map((code): Group => ({ code, divisions: divisionsIn(code) })).sort((a, b) => b.divisions.length - a.divisions.length)
  const others = groups.filter(({ code }) => code !== TOTAL)
  return others.length === 0 ? groups.map(({ code }) => code) : finestOf(others, others).sort()
}

/** The outermost of these groups, each as fine as all the groups allow. */
function finestOf(these: readonly Group[], all: readonly Group[]): string[] {
  const outermost = these.filter((group, place) => !these.slice(0, place).some((other) => meets(group, other)))
  return outermost.flatMap((group) => {
    const parts = all.filter((part) => isWithin(part, group))
    const covered = new Set(parts.flatMap(({ divisions }) => divisions))
    return covered.size === group.divisions.length ? finestOf(parts, parts) : [group.code]
  })
}
