import type { RunSql } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'
import { runInThread } from '../kernel/run-in-thread.js'
import { LONGEST_PASSWORD } from '../kernel/secret.js'
import { Turns } from '../kernel/turns.js'

const SHORTEST_PASSWORD = 10

/** A password, and what whoever guesses knows of its person. */
export interface JudgedPassword {
  readonly password: string
  readonly own: readonly string[]
}

/** Made of what many people take, or of one's own name, address or project. */
export type PasswordFault = 'PASSWORD_COMMON' | 'PASSWORD_OWN'

const sentences: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_COMMON: 'Whoever guesses finds this password soon. Take some words that do not belong together.',
  PASSWORD_OWN: 'This password is made of your name, your e-mail or your project. Take other words.',
}

/** Each is a thread with all its words. */
const turns = new Turns(1, 20)

/** Refuses a password that is too short, too long, or soon guessed by somebody who knows these texts of its person: name, e-mail, projects. */
export async function checkPassword(password: string, texts: readonly string[]): Promise<void> {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    const params = { min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }
    throw badInput([{ path: ['password'], code: 'PASSWORD_LENGTH', params, message: 'A password has 10 to 200 characters.' }])
  }
  const data: JudgedPassword = { password, own: ownWords(texts) }
  const fault = await turns.take(() => runInThread<PasswordFault | null>({ file: 'access/judge-password-thread.js', data, memory: 512 }))
  if (fault) throw badInput([{ path: ['password'], code: fault, message: sentences[fault] }])
}

/** What somebody who guesses knows of a person who has an account. */
export async function textsOf(run: RunSql, userId: string): Promise<readonly string[]> {
  const [person] = await run(
    `SELECT array_remove(ARRAY[u.display_name, u.email] || array_agg(p.acronym), NULL) AS texts FROM app_user u
     LEFT JOIN membership m ON m.user_id = u.id AND m.archived_at IS NULL LEFT JOIN project p ON p.id = m.project_id WHERE u.id = $1 GROUP BY u.id`,
    [userId],
  )
  return (person?.texts as string[] | undefined) ?? []
}

/** Whole and in words, which shorter than three letters say nothing. */
const ownWords = (texts: readonly string[]): string[] =>
  ['ClusterPoliSEE', ...texts].flatMap((text) => [text, ...text.split(/[\s@._+-]+/)]).filter((word) => word.length >= 3)
