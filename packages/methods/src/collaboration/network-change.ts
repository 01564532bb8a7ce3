import { finite, list, type Maybe, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape, shaped } from '../shared/input-shape.js'
import { anyOf, listOf, maybeNumber, number, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

/** What is known of two actors: how strongly they work together, 0 for not at all, null where it is not known. */
export interface Tie {
  readonly a: string
  readonly b: string
  readonly before: Maybe<number>
  readonly after: Maybe<number>
}

export interface NetworkChangeInput {
  readonly actors: readonly string[]
  /** Kind of each actor, to tell ties within a kind from ties across; without it there is no E-I index. */
  readonly groups?: readonly string[]
  /** Every pair once, in either order; a pair that is left out has no tie. */
  readonly ties: readonly Tie[]
  /** The least strength that counts as a tie, above 0; 1 when left out. */
  readonly from?: number
}

/** One network. */
export interface NetworkFigures {
  readonly ties: number
  /** Ties of all pairs of which it is known, 0 to 1; null where none is known. */
  readonly density: number | null
  /** Ties an actor has on average: 2m/n. */
  readonly meanDegree: number
  /** Actors without any tie that is known. */
  readonly isolates: number
  /** (across - within) / ties, from -1 (all within kinds) to 1 (all across); null without ties or kinds. */
  readonly eiIndex: number | null
}

export interface NetworkChangeResult {
  readonly actors: number
  /** Pairs there can be: n(n-1)/2. */
  readonly pairs: number
  readonly before: NetworkFigures
  readonly after: NetworkFigures
  /** Of the pairs that are known at both times: tied at both, only after, only before. */
  readonly kept: number
  readonly gained: number
  readonly lost: number
  /** Of the kept ones: stronger after than before, and weaker. */
  readonly stronger: number
  readonly weaker: number
  /** Pairs of which one of the two times, or both, is not known. */
  readonly unknown: number
  /** Jaccard index kept / (kept + gained + lost), 0 to 1; null where there is no tie. Above 0.3 one network is the other's continuation. */
  readonly stability: number | null
}

const tieShape: InputShape<Tie> = {
  keys: { a: text, b: text, before: maybeNumber, after: maybeNumber },
  forms: [{ needs: ['a', 'b', 'before', 'after'] }],
}

const shape: InputShape<NetworkChangeInput> = {
  keys: { actors: listOf(text), groups: listOf(text), ties: anyOf(shaped(tieShape)), from: number },
  forms: [{ needs: ['actors', 'ties'] }],
}

/**
 * How a network of actors changed between two times: density = ties / pairs, degree, isolates, ties within and across kinds, and what was
 * kept, gained and lost: stability = kept / (kept + gained + lost).
 *
 * Missing: a time that is not known takes a pair out of that time's figures, and out of what was kept, gained and lost. Errors: fewer than
 * two actors, an actor twice or unknown, a pair twice or of one actor, a strength below 0. Source: Wasserman & Faust (1994) Social Network
 * Analysis, chapter 4 (density, degree); Krackhardt & Stern (1988) Social Psychology Quarterly 51(2) (E-I index); Snijders, van de Bunt &
 * Steglich (2010) Social Networks 32(1) (Jaccard index of two waves).
 */
export function networkChange(input: NetworkChangeInput): NetworkChangeResult {
  checkInput(input, shape)
  const { actors, ties, groups } = readNetwork(input)
  const from = finite(input.from ?? 1, 'from', Number.MIN_VALUE)
  const pairs = (actors.length * (actors.length - 1)) / 2
  const figures = (time: 'before' | 'after') => figuresOf(actors, groups, ties, time, from)
  const known = ties.filter(({ before, after }) => before !== null && after !== null) as readonly (Tie & { before: number; after: number })[]
  const kept = known.filter(({ before, after }) => before >= from && after >= from)
  const gained = known.filter(({ before, after }) => before < from && after >= from).length
  const lost = known.filter(({ before, after }) => before >= from && after < from).length
  const ever = kept.length + gained + lost
  return {
    actors: actors.length,
    pairs,
    before: figures('before'),
    after: figures('after'),
    kept: kept.length,
    gained,
    lost,
    stronger: kept.filter(({ before, after }) => after > before).length,
    weaker: kept.filter(({ before, after }) => after < before).length,
    unknown: ties.length - known.length,
    stability: ever === 0 ? null : kept.length / ever,
  }
}

function figuresOf(
  actors: readonly string[],
  groups: ReadonlyMap<string, string> | null,
  all: readonly Tie[],
  time: 'before' | 'after',
  from: number,
): NetworkFigures {
  const ties = all.filter((tie) => (tie[time] ?? 0) >= from)
  const known = (actors.length * (actors.length - 1)) / 2 - all.filter((tie) => tie[time] === null).length
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]))
  const across = groups ? ties.filter(({ a, b }) => groups.get(a) !== groups.get(b)).length : 0
  return {
    ties: ties.length,
    density: known === 0 ? null : ties.length / known,
    meanDegree: (2 * ties.length) / actors.length,
    isolates: actors.filter((actor) => !tied.has(actor)).length,
    eiIndex: groups && ties.length > 0 ? (2 * across - ties.length) / ties.length : null,
  }
}

function readNetwork(input: NetworkChangeInput) {
  const actors = list(input.actors, 'actors') as readonly string[]
  if (actors.length < 2) throw new MethodError('TOO_FEW', 'actors', `${actors.length} actor, at least 2 are needed`)
  const names = new Set(actors)
  if (names.size < actors.length) throw new MethodError('DUPLICATE_KEY', 'actors', 'an actor is there twice')
  if (input.groups) sameLength(input.groups, actors, 'groups')
  const seen = new Set<string>()
  for (const [index, tie] of (input.ties ?? []).entries()) checkTie(tie, `ties[${index}]`, names, seen)
  const groups = input.groups ? new Map(actors.map((actor, index) => [actor, input.groups?.[index] ?? ''])) : null
  return { actors, ties: input.ties ?? [], groups }
}

function checkTie({ a, b, before, after }: Tie, path: string, names: ReadonlySet<string>, seen: Set<string>): void {
  for (const [name, actor] of Object.entries({ a, b })) {
    if (!names.has(actor)) throw new MethodError('UNKNOWN_UNIT', `${path}.${name}`, `"${actor}" is none of the actors`)
  }
  if (a === b) throw new MethodError('OUT_OF_RANGE', `${path}.b`, 'an actor has no tie with itself')
  for (const [name, strength] of Object.entries({ before, after })) if (strength !== null) finite(strength, `${path}.${name}`, 0)
  const key = JSON.stringify([a, b].sort())
  if (seen.has(key)) throw new MethodError('DUPLICATE_KEY', path, 'this pair is there already')
  seen.add(key)
}
