import { createStore, delMany, entries, set } from 'idb-keyval'
import { type Draft, isOver } from './draft'

const store = createStore('clusterpolisee', 'drafts')

/** Keeps what is typed in this browser. A browser that keeps nothing (a private window) is no fault. */
export const keepDraft = (key: string, draft: Draft): Promise<void> => set(key, draft, store).catch(() => undefined)

export const dropDraft = (key: string): Promise<void> => delMany([key], store).catch(() => undefined)

/** The draft kept under a key; drafts older than 30 days go. */
export async function findDraft(key: string): Promise<Draft | null> {
  const all = await entries<string, Draft>(store).catch(() => [])
  const over = all.filter(([, draft]) => isOver(draft, Date.now())).map(([name]) => name)
  if (over.length > 0) await delMany(over, store).catch(() => undefined)
  return all.find(([name]) => name === key && !over.includes(name))?.[1] ?? null
}
