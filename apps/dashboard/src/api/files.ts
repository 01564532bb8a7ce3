import { type Fault, faultText, GraphqlError, rolesText } from './graphql'
import { translateNow } from './translate'

interface Refused {
  readonly code?: string
  readonly message?: string
  readonly by?: string
}

/** Asks one of the gateway's plain addresses. Throws GraphqlError in the words of the page; a report of faults (422 without a code) is answered. */
export async function askAddress<T>(address: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(address, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new GraphqlError(translateNow('errors.OFFLINE'), 'OFFLINE')
  })
  const answer = (await response.json().catch(() => ({ code: 'UNKNOWN' }))) as T & Refused
  if (response.ok || (response.status === 422 && !answer.code)) return answer
  throw new GraphqlError(refusal(answer), answer.code ?? 'UNKNOWN')
}

function refusal({ code = 'UNKNOWN', message = '', by }: Refused): string {
  if (code === 'FORBIDDEN' && by) return translateNow('errors.onlyBy', { who: rolesText(by, translateNow) })
  const fault: Fault = { path: [], code, message: translateNow(`errors.${code}`, { _: message }) }
  return faultText(fault)
}
