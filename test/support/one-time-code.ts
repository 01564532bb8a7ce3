import { setTimeout as wait } from 'node:timers/promises'
import { generateSync } from 'otplib'

/** Seconds of a step. */
const STEP = 30
/** Seconds that whoever is to take a code has for it, also where much else is to be done. */
const ENOUGH = 15

/** What an app shows for a secret, now or so many steps later. */
export const codeOf = (secret: string, steps = 0): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + STEP * steps })

/** What it showed in the step before, which is taken too: at a moment when it will be for a while. */
export async function codeBefore(secret: string): Promise<string> {
  const left = STEP - ((Date.now() / 1000) % STEP)
  if (left < ENOUGH) await wait(left * 1000)
  return codeOf(secret, -1)
}
