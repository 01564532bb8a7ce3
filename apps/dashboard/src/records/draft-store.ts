import { createStore, delMany, entries, promisifyRequest, setMany } from 'idb-keyval'
import { type Draft, givesWay, goesWith, isDraftOf, isOver } from './draft'

const store = createStore('clusterpolisee', 'drafts')

const allDrafts = () => entries<string, Draft>(store).catch(() => [])
const dropAll = (keys: readonly string[]) => delMany([...keys], store).catch(() => undefined)

/** Keeps what is typed in this browser, also when the page goes at this moment. A browser that keeps nothing (a private window) is no fault. */
export const keepDraft = (key: string, draft: Draft): Promise<void> =>
  store('readwrite', (drafts) => {
    drafts.put(draft, key)
    // Without waiting for an answer that a page that goes does not hear.
    drafts.transaction.commit()
    return promisifyRequest(drafts.transaction)
  }).catch(() => undefined)

export const dropDraft = (key: string): Promise<void> => dropAll([key])

/** The draft kept under a key; drafts older than 30 days go. */
export async function findDraft(key: string): Promise<Draft | null> {
  const all = await allDrafts()
  const over = all.filter(([, draft]) => isOver(draft, Date.now())).map(([name]) => name)
  if (over.length > 0) await dropAll(over)
  return all.find(([name]) => name === key && !over.includes(name))?.[1] ?? null
}

/** How many drafts a person would lose by signing out. */
export const countDrafts = async (person: string): Promise<number> => (await allDrafts()).filter(([key]) => isDraftOf(key, person)).length

/** Leaves nothing of a person in this browser, nor of others who left without a word. */
export const dropDraftsWith = (person: string): Promise<void> => dropWhere((key, draft) => goesWith(key, draft, person))

/** Leaves nothing of others to whoever signs in, unless they wanted it kept. */
export const dropDraftsOfOthers = (person: string): Promise<void> => dropWhere((key, draft) => givesWay(key, draft, person))

/** Keeps a person's drafts in this browser when they sign out. */
export async function keepDraftsOf(person: string): Promise<void> {
  const theirs = (await allDrafts()).filter(([key]) => isDraftOf(key, person))
  await setMany(
    theirs.map(([key, draft]) => [key, { ...draft, kept: true }]),
    store,
  ).catch(() => undefined)
}

async function dropWhere(goes: (key: string, draft: Draft) => boolean): Promise<void> {
  const keys = (await allDrafts()).filter(([key, draft]) => goes(key, draft)).map(([key]) => key)
  if (keys.length > 0) await dropAll(keys)
}
