import type { Cited } from './citations'

/** What sources say of one field, where they say different things. */
export function contradictions(citations: readonly Cited[]): ReadonlyMap<string, readonly Cited[]> {
  const byField = new Map<string, Cited[]>()
  for (const cited of citations) if (cited.says) byField.set(cited.field ?? '', [...(byField.get(cited.field ?? '') ?? []), cited])
  return new Map([...byField].filter(([, cited]) => new Set(cited.map(({ says }) => says)).size > 1))
}
