import type { RequestHandler } from 'express'
import type { Config } from '../config.js'
import { noSuchAddress } from '../request/refuse.js'

/** Days for which what stands there is said to hold; it is written anew for each who asks. */
const HOLDS_FOR = 180

/** `GET /.well-known/security.txt` (RFC 9116): whom to tell of a weakness of this installation. Not there without SECURITY_CONTACT. */
export const securityText =
  ({ SECURITY_CONTACT, PUBLIC_URL }: Pick<Config, 'SECURITY_CONTACT' | 'PUBLIC_URL'>): RequestHandler =>
  (_, response) => {
    if (!SECURITY_CONTACT) throw noSuchAddress()
    const until = new Date(Date.now() + HOLDS_FOR * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
    const lines = [
      `Contact: ${SECURITY_CONTACT}`,
      `Expires: ${until}`,
      'Preferred-Languages: en, it',
      ...(PUBLIC_URL ? [`Canonical: ${new URL('/.well-known/security.txt', PUBLIC_URL).href}`] : []),
    ]
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  }
