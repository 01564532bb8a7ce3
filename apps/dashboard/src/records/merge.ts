import { merge } from 'node-diff3'
import type { RaRecord } from 'react-admin'
import { type FieldFacts, inputFields, type RecordFacts, sourceOf } from '../api/contract'

/** One field that two people changed, or that one of them did. */
export interface Change {
  readonly field: FieldFacts
  /** Name in the form's data. */
  readonly source: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merged {
  /** Both changed it, to different values. */
  readonly clashes: readonly Change[]
  /** Only one changed it: fits by itself. */
  readonly fits: readonly (Change & { readonly by: 'mine' | 'theirs' })[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Compares what I opened, what I typed and what is stored now, field by field. */
export function compare(record: RecordFacts, base: RaRecord, mine: RaRecord, theirs: Readonly<Record<string, unknown>>): Merged {
  const changes = inputFields(record, 'update').map((field): Change => {
    const source = sourceOf(field)
    return { field, source, base: base[source], mine: mine[source], theirs: theirs[field.inputName] }
  })
  const byMe = changes.filter((change) => !same(change.base, change.mine))
  const byThem = changes.filter((change) => !same(change.base, change.theirs))
  const both = byMe.filter((change) => byThem.includes(change))
  return {
    clashes: both.filter((change) => !same(change.mine, change.theirs)),
    fits: [
      ...byMe.filter((change) => !both.includes(change)).map((change) => ({ ...change, by: 'mine' as const })),
      ...byThem.filter((change) => !both.includes(change)).map((change) => ({ ...change, by: 'theirs' as const })),
    ],
  }
}

/** Both texts in one, word by word; where they exclude each other, both stand one after the other. */
export function writeTogether(base: unknown, mine: unknown, theirs: unknown): string {
  const words = (text: unknown) => String(text ?? '').match(/\s*\S+/g) ?? []
  const { result } = merge(words(mine), words(base), words(theirs), { excludeFalseConflicts: true })
  const kept = result.filter((word) => !/^(<<<<<<<|=======|>>>>>>>)/.test(word))
  return kept.map((word, index) => (index > 0 && !/^\s/.test(word) ? ` ${word}` : word)).join('')
}

/** A record as the gateway tells it, under the names of the form's data. */
export const asFormData = (record: RecordFacts, told: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(record.fields.map((field) => [sourceOf(field), told[field.inputName]]))

/** What is saved in the end: what is stored now, what only I changed, and of each clash what was chosen. */
export function merged<Former extends object>(former: Former, { clashes, fits }: Merged, chosen: (clash: Change) => unknown): Former {
  const mine = fits.filter(({ by }) => by === 'mine').map((change) => [change.source, change.mine] as const)
  return { ...former, ...Object.fromEntries([...mine, ...clashes.map((clash) => [clash.source, chosen(clash)] as const)]) }
}
