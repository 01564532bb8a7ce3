import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/database.js'
import { rateLimited } from '../kernel/errors.js'

/** So many tries at once; they come back evenly within so many seconds. A try beyond them waits its turn so long at most, else is refused. */
interface Pace {
  readonly tries: number
  readonly within: number
  readonly wait: number
}

const QUARTER = 900

/**
 * What is tried, by whom: an account from one network or one device of its own; a network with any accounts; an account from anywhere.
 * Where strangers' tries would keep a person out, that person's own wait and are not refused.
 */
const paces = {
  signIn: {
    own: { tries: 10, within: QUARTER, wait: 0 },
    network: { tries: 300, within: QUARTER, wait: 30 },
    account: { tries: 50, within: QUARTER, wait: 30 },
  },
  reset: { own: { tries: 5, within: QUARTER, wait: 0 }, network: { tries: 100, within: QUARTER, wait: 0 }, account: { tries: 5, within: 3600, wait: 0 } },
  invitation: { own: { tries: 10, within: QUARTER, wait: 0 }, network: { tries: 100, within: QUARTER, wait: 0 } },
  passkey: { network: { tries: 300, within: QUARTER, wait: 30 } },
  provider: { network: { tries: 300, within: QUARTER, wait: 30 } },
  secondFactor: { own: { tries: 10, within: QUARTER, wait: 0 }, account: { tries: 50, within: QUARTER, wait: 0 } },
  changePassword: { own: { tries: 10, within: QUARTER, wait: 0 } },
} satisfies Readonly<Record<string, Partial<Record<Kind, Pace>>>>

type Kind = 'own' | 'network' | 'account'

/** For what a try is; one for another purpose is none of its business. */
export type Purpose = keyof typeof paces

/** Who tries what: the account (or the link), the network, and a device that its person has signed in with before. */
export interface Trying {
  readonly account: string
  readonly network: string
  readonly device?: string | null
}

interface Step extends Pace {
  readonly id: string
}

/** What a try counts for. A known device has tries of its own: neither its network's nor strangers' count against it. */
function stepsOf(purpose: Purpose, { account, network, device }: Trying): readonly Step[] {
  const texts: Record<Kind, string> = { own: `${account}|${device ?? network}`, network, account }
  return Object.entries(paces[purpose])
    .filter(([kind]) => kind === 'own' || !device)
    .map(([kind, pace]) => ({
      ...pace,
      id: createHash('sha256')
        .update(`${purpose} ${kind} ${texts[kind as Kind]}`)
        .digest('hex'),
    }))
}

/** By one statement, so that tries at the same time are counted one after the other: a moment, until which the tries so far are spread out. */
const TAKE = `INSERT INTO sign_in_pace AS p (id, full_at) VALUES ($1, moment_of_write() + make_interval(secs => $2))
  ON CONFLICT (id) DO UPDATE SET full_at = greatest(p.full_at, moment_of_write()) + make_interval(secs => $2)
    WHERE greatest(p.full_at, moment_of_write()) + make_interval(secs => $2) <= moment_of_write() + make_interval(secs => $3)
  RETURNING extract(epoch FROM full_at - moment_of_write())::float8 AS full`

/** Counts a try before anything is looked at; waits its turn, or refuses it. What is refused counts no further. */
export async function countTry(database: Database, purpose: Purpose, trying: Trying): Promise<void> {
  let turn = 0
  for (const { id, tries, within, wait: most } of stepsOf(purpose, trying)) {
    const [row] = await database.run(TAKE, [id, within / tries, within + most])
    if (!row) throw rateLimited(Math.ceil(within / tries))
    turn = Math.max(turn, Number(row.full) - within)
  }
  if (turn > 0) await wait(turn * 1000)
}

/** A right try was no guess: it counts for nothing, and what the same person mistyped before is forgotten. */
export async function forgetTry(database: Database, purpose: Purpose, trying: Trying): Promise<void> {
  const [own, ...shared] = stepsOf(purpose, trying)
  await database.run('DELETE FROM sign_in_pace WHERE id = $1', [own?.id])
  for (const { id, tries, within } of shared) {
    await database.run('UPDATE sign_in_pace SET full_at = full_at - make_interval(secs => $2) WHERE id = $1', [id, within / tries])
  }
}

/** Drops what holds nobody back any more. */
export async function forgetTries(database: Database): Promise<void> {
  await database.run('DELETE FROM sign_in_pace WHERE full_at < moment_of_write()')
}
