import { parentPort, workerData } from 'node:worker_threads'
import { type LooseObject, ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import italian from '@zxcvbn-ts/language-it'
import type { JudgedPassword, PasswordFault } from './check-password.js'

/** Of 4: fewer than a hundred million guesses find the password. */
const SAFE = 3
/** Letters that a password must have beside what everybody knows of its person. */
const FEWEST_OTHERS = 8

/** What is wrong with a password, in a thread of its own: long ones take seconds, and the words some 80 MB. */
function judge({ password, own }: JudgedPassword): PasswordFault | null {
  const words: LooseObject = { ...dictionary, ...italian.dictionary }
  const { score, sequence } = new ZxcvbnFactory({ dictionary: words, graphs: adjacencyGraphs, l33tMaxSubstitutions: 8 }).check(password, [...own])
  const others = sequence.filter(({ dictionaryName }) => dictionaryName !== 'userInputs')
  const isOwn = others.length < sequence.length && others.reduce((letters, { token }) => letters + token.length, 0) < FEWEST_OTHERS
  if (isOwn) return 'PASSWORD_OWN'
  return score < SAFE ? 'PASSWORD_COMMON' : null
}

parentPort?.postMessage({ answer: judge(workerData as JudgedPassword) })
