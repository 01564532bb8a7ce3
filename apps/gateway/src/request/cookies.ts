import { isHttps } from '../kernel/is-https.js'
import type { Context } from './context.js'

/** What a browser keeps for us: its session, half of one between the two steps of signing in, by what it is known again, and that it is on its way to a provider of identities. */
type Kind = 'session' | 'half' | 'device' | 'visit'

/** Behind https no other host or port can set one of this name. */
const nameOf = (kind: Kind, secure: boolean) => `${secure ? '__Host-' : ''}clusterpolisee_${kind}`

/** The value of a cookie, or null. */
export function cookieIn(header: string | undefined, kind: Kind, secure: boolean): string | null {
  const start = `${nameOf(kind, secure)}=`
  const found = header?.split(/;\s*/).find((part) => part.startsWith(start))
  return found ? found.slice(start.length) : null
}

/** The secret of the session that the browser which asks keeps, whether it still holds or not. */
export const sessionCookieOf = ({ request, publicUrl }: Context): string | null => cookieIn(request.headers.cookie, 'session', isHttps(publicUrl))

/** Sets a cookie for some seconds (or clears it, with null): HttpOnly, SameSite=Lax, Secure behind https. */
export function setCookie({ publicUrl, response }: Context, kind: Kind, value: string | null, maxAge: number): void {
  const secure = isHttps(publicUrl)
  const life = value === null ? 0 : maxAge
  response.appendHeader('set-cookie', `${nameOf(kind, secure)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure ? '; Secure' : ''}`)
}
