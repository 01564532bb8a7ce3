import type { Context } from './context.js'

const NAME = 'clusterpolisee_session'

/** The session cookie's value, or null. */
export function sessionCookie(header: string | undefined): string | null {
  const found = header?.split(/;\s*/).find((part) => part.startsWith(`${NAME}=`))
  return found ? found.slice(NAME.length + 1) : null
}

/** Sets the session cookie (or clears it, with null): HttpOnly, SameSite=Lax, Secure behind https. */
export function setSessionCookie(context: Context, value: string | null, maxAge: number): void {
  const secure = context.publicUrl.startsWith('https:') ? '; Secure' : ''
  const life = value === null ? 0 : maxAge
  context.response.setHeader('set-cookie', `${NAME}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`)
}
