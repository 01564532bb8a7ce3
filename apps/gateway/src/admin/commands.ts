import { backup } from './backup.js'
import { check } from './check.js'
import { checkpoint } from './checkpoint.js'
import type { Command } from './command.js'
import { erase } from './erase.js'
import { list } from './list.js'
import { make } from './make.js'
import { reset } from './reset.js'
import { resetFactors } from './reset-factors.js'
import { restore } from './restore.js'
import { verify } from './verify.js'
import { wake } from './wake.js'

/** Every command, by its name, in the order in which they are listed. */
export const commands: Readonly<Record<string, Command>> = {
  make,
  reset,
  'reset-factors': resetFactors,
  list,
  erase,
  check,
  backup,
  restore,
  wake,
  verify,
  checkpoint,
}

/** The list of commands. */
export function usage(): string {
  const calls = Object.entries(commands).map(([name, { takes, does }]) => ({ call: [name, takes].join(' ').trim(), does }))
  const width = Math.max(...calls.map(({ call }) => call.length))
  const lines = calls.map(({ call, does }) => `  ${call.padEnd(width)}  ${does}`)
  return ['npm run admin -- COMMAND, with the same settings as the gateway, whether it runs or not:', ...lines].join('\n')
}
