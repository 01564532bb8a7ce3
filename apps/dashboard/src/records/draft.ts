import { createStore, delMany, entries, set } from 'idb-keyval'

/** Input that was not saved: whose, of which record in which version, and when it was typed. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>
  readonly version: number
  readonly at: number
}

const KEPT_FOR = 30 * 24 * 3600 * 1000
const store = createStore('clusterpolisee', 'drafts')

/** Where a draft of a person's is kept: by account and what is filled in. */
export const draftKey = (person: string, what: string): string => `${person} ${what}`

/** Keeps what is typed in this browser. A browser that keeps nothing (a private window) is no fault. */
export const keepDraft = (key: string, draft: Draft): Promise<void> => set(key, draft, store).catch(() => undefined)

export const dropDraft = (key: string): Promise<void> => delMany([key], store).catch(() => undefined)

/** The draft kept under a key; drafts older than 30 days go. */
export async function findDraft(key: string): Promise<Draft | null> {
  const all = await entries<string, Draft>(store).catch(() => [])
  const over = all.filter(([, { at }]) => at < Date.now() - KEPT_FOR).map(([name]) => name)
  if (over.length > 0) await delMany(over, store).catch(() => undefined)
  return all.find(([name]) => name === key && !over.includes(name))?.[1] ?? null
}
