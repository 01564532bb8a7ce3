import { askProof, type Fault, faultText, GraphqlError, rolesText } from './graphql'
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

/** Saves what one of the gateway's plain addresses answers under a name. Whoever is asked for it proves first who they are. */
export async function saveAddress(address: string, name: string): Promise<void> {
  const response = await fetch(address).catch(() => {
    throw new GraphqlError(translateNow('errors.OFFLINE'), 'OFFLINE')
  })
  if (response.ok) return saveFile(await response.blob(), name)
  const answer = (await response.json().catch(() => ({ code: 'UNKNOWN' }))) as Refused
  if (answer.code === 'PROVE_AGAIN' && (await askProof())) return saveAddress(address, name)
  throw new GraphqlError(refusal(answer), answer.code ?? 'UNKNOWN')
}

/** Hands a file to the browser, under a name that every system takes. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name.replace(/[\\/:*?"<>|]+/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function refusal({ code = 'UNKNOWN', message = '', by }: Refused): string {
  if (code === 'FORBIDDEN' && by) return translateNow('errors.onlyBy', { who: rolesText(by, translateNow) })
  const fault: Fault = { path: [], code, message: translateNow(`errors.${code}`, { _: message }) }
  return faultText(fault)
}
