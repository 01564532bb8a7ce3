import type { RunSql } from '@clusterpolisee/schema'
import { generateSecret, generateURI, verifySync } from 'otplib'

/** Seconds of one step before and one after: clocks differ, and people type slowly. */
const TOLERANCE = 30

/** What an app needs to make codes: the secret itself, and an address with it that is shown as a picture. */
export interface NewCodes {
  readonly secret: string
  readonly uri: string
}

/** A new secret for the app of whoever signs in with this e-mail; the app names the product beside it. */
export function newCodes(productName: string, email: string): NewCodes {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: productName, label: email, secret }) }
}

/** The step, of 30 seconds, that a code belongs to; null for a code that is not of about now. */
export function stepOf(secret: string, code: string, seconds: number): number | null {
  const found = verifySync({ secret, token: digitsOf(code), epoch: seconds, epochTolerance: TOLERANCE })
  return found.valid && 'timeStep' in found ? found.timeStep : null
}

const digitsOf = (code: string): string => code.replaceAll(/\s/g, '')

/** Whether this looks like a code of an app: six digits, however they are grouped. */
export const isOfApp = (code: string): boolean => /^\d{6}$/.test(digitsOf(code))

/** Takes a code of one of the person's apps; false for a wrong one, and for one whose step is not after the last that was taken. */
export async function takeCode(run: RunSql, userId: string, code: string): Promise<boolean> {
  const apps = await run(
    `SELECT id, secret, extract(epoch FROM moment_of_write())::float8 AS seconds FROM second_factor WHERE user_id = $1 AND kind = 'CODES' FOR UPDATE`,
    [userId],
  )
  for (const { id, secret, seconds } of apps) {
    const step = stepOf(String(secret), code, Math.floor(Number(seconds)))
    if (step !== null && (await takeStep(run, String(id), step))) return true
  }
  return false
}

async function takeStep(run: RunSql, id: string, step: number): Promise<boolean> {
  const taken = await run('UPDATE second_factor SET last_step = $2, used_at = moment_of_write() WHERE id = $1 AND last_step < $2 RETURNING 1', [id, step])
  return taken.length > 0
}
