import type { RunSql } from '@clusterpolisee/schema'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { isLoopback } from '../kernel/loopback.js'
import type { Context } from '../request/context.js'

const MINUTES = 5

/** Of which site a passkey is: a name, never an address of numbers. On this computer it is `localhost`. */
interface Site {
  readonly origin: string
  readonly name: string
}

function siteOf(publicUrl: string): Site {
  const url = new URL(publicUrl)
  if (isLoopback(url.hostname)) url.hostname = 'localhost'
  return { origin: url.origin, name: url.hostname }
}

/** Where people reach the dashboard, and what it is called there. */
type Installation = Pick<Context, 'publicUrl' | 'productName'>

/** What a browser needs to make a passkey for a person, as JSON. */
export async function offerPasskey(
  run: RunSql,
  { publicUrl, productName }: Installation,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<string> {
  const known = await passkeysOf(run, id)
  const options = await generateRegistrationOptions({
    rpName: productName,
    rpID: siteOf(publicUrl).name,
    userName: email,
    userID: new Uint8Array(Buffer.from(id)),
    excludeCredentials: known.map(({ credential_id }) => ({ id: String(credential_id) })),
    // One that the device keeps whole, and opens by a PIN or a finger, signs in by itself.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await keepChallenge(run, options.challenge, id)
  return JSON.stringify(options)
}

/** What is kept of a passkey. */
export interface Passkey {
  readonly credential_id: string
  readonly public_key: string
  readonly counter: number
}

/** The passkey that a browser made; null for what is none, or was not asked for. */
export async function readPasskey(run: RunSql, publicUrl: string, userId: string, answer: string): Promise<Passkey | null> {
  const { origin, name } = siteOf(publicUrl)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: JSON.parse(answer) as RegistrationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(run, challenge, userId),
    expectedOrigin: origin,
    expectedRPID: name,
    requireUserVerification: false,
  })
  if (!verified) return null
  const { id, publicKey, counter } = registrationInfo.credential
  return { credential_id: id, public_key: Buffer.from(publicKey).toString('base64url'), counter }
}

/**
 * What a browser needs to let a person prove themselves by a passkey of theirs, as JSON. Null: whoever has one says by it who they are, for
 * which the device has to know its person by a PIN or a finger.
 */
export async function askPasskey(run: RunSql, publicUrl: string, userId: string | null): Promise<string> {
  const known = userId === null ? [] : await passkeysOf(run, userId)
  const options = await generateAuthenticationOptions({
    rpID: siteOf(publicUrl).name,
    allowCredentials: known.map(({ credential_id }) => ({ id: String(credential_id) })),
    userVerification: userId === null ? 'required' : 'preferred',
  })
  await keepChallenge(run, options.challenge, userId)
  return JSON.stringify(options)
}

/** Takes what a passkey of the person signed; false for anything else. Each is taken once, and a copy of a passkey is noticed by its count. */
export async function takePasskey(run: RunSql, publicUrl: string, userId: string, answer: string): Promise<boolean> {
  const response = JSON.parse(answer) as AuthenticationResponseJSON
  const known = (await passkeysOf(run, userId)).find(({ credential_id }) => credential_id === response.id)
  return known ? verifyPasskey(run, publicUrl, { response, known, asked: userId }) : false
}

/** Takes what any passkey signed whose device knew its person; answers whose it is, null for anything else. */
export async function takeAnyPasskey(run: RunSql, publicUrl: string, answer: string): Promise<string | null> {
  const response = JSON.parse(answer) as AuthenticationResponseJSON
  const [known] = await run(
    `SELECT f.id, f.credential_id, f.public_key, f.counter, f.user_id FROM second_factor f JOIN app_user u ON u.id = f.user_id AND u.archived_at IS NULL
     WHERE f.credential_id = $1 AND f.kind = 'PASSKEY' FOR UPDATE OF f`,
    [String(response.id)],
  )
  return known && (await verifyPasskey(run, publicUrl, { response, known, asked: null })) ? String(known.user_id) : null
}

interface Signed {
  readonly response: AuthenticationResponseJSON
  readonly known: Readonly<Record<string, unknown>>
  /** Of whom it was asked; null: of anybody. */
  readonly asked: string | null
}

async function verifyPasskey(run: RunSql, publicUrl: string, { response, known, asked }: Signed): Promise<boolean> {
  const { origin, name } = siteOf(publicUrl)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(run, challenge, asked),
    expectedOrigin: origin,
    expectedRPID: name,
    // Alone it stands for both factors: that the device is there, and that its person is.
    requireUserVerification: asked === null,
    credential: { id: response.id, publicKey: new Uint8Array(Buffer.from(String(known.public_key), 'base64url')), counter: Number(known.counter) },
  })
  if (verified) await run('UPDATE second_factor SET counter = $2, used_at = moment_of_write() WHERE id = $1', [known.id, authenticationInfo.newCounter])
  return verified
}

const passkeysOf = (run: RunSql, userId: string) =>
  run(`SELECT id, credential_id, public_key, counter FROM second_factor WHERE user_id = $1 AND kind = 'PASSKEY' FOR UPDATE`, [userId])

const keepChallenge = (run: RunSql, challenge: string, userId: string | null) =>
  run(`INSERT INTO passkey_challenge (challenge, user_id, expires_at) VALUES ($1, $2, moment_of_write() + make_interval(mins => ${MINUTES}))`, [
    challenge,
    userId,
  ])

async function takeChallenge(run: RunSql, challenge: string, userId: string | null): Promise<boolean> {
  const taken = await run(
    'DELETE FROM passkey_challenge WHERE challenge = $1 AND user_id IS NOT DISTINCT FROM $2 AND expires_at > moment_of_write() RETURNING 1',
    [challenge, userId],
  )
  return taken.length > 0
}
