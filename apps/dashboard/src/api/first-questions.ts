/** Milliseconds for which an answer that came before the dashboard waits for it. */
const WAITS = 15_000

interface Asked {
  readonly at: number
  readonly answer: Promise<unknown>
}

/** Questions that were asked before the dashboard was there, by document and variables. */
const asked = new Map<string, Asked>()

const nameOf = (query: string, variables: unknown): string => JSON.stringify([query, variables])

/** Asks while the dashboard is still on its way; its own question for the same is then answered by this one. null: not reached. */
export async function askFirst<Reply>(query: string, variables: unknown): Promise<Reply | null> {
  const answer = fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
    .then((response) => response.json() as Promise<unknown>)
    .catch(() => null)
  asked.set(nameOf(query, variables), { at: Date.now(), answer })
  return (await answer) as Reply | null
}

/** What was asked first, once; null where it was not, or was not reached. */
export async function takeFirst<Reply>(query: string, variables: unknown): Promise<Reply | null> {
  const name = nameOf(query, variables)
  const found = asked.get(name)
  asked.delete(name)
  return found && Date.now() - found.at < WAITS ? ((await found.answer) as Reply | null) : null
}

/** What was asked first holds no more: something was written. */
export function forgetFirst(): void {
  asked.clear()
}
