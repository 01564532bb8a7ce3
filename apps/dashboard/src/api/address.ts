import { isDay } from '@clusterpolisee/values'
import { useSyncExternalStore } from 'react'

/** What the address says beside the page: the project that is open, and the day that its pages speak of. */
export interface Address {
  readonly project: string | null
  readonly asOf: string | null
}

/** True for a day that pages can speak of; others are not asked for. */
export const isSpokenOf = (day: string): boolean => isDay(day) && day >= '1900-01-01' && day <= '2199-12-31'

const CHANGED = 'clusterpolisee:address'

function subscribe(listen: () => void): () => void {
  window.addEventListener(CHANGED, listen)
  window.addEventListener('popstate', listen)
  return () => {
    window.removeEventListener(CHANGED, listen)
    window.removeEventListener('popstate', listen)
  }
}

const search = () => window.location.search

/** The address as it stands; a page that uses it is drawn anew when it changes. */
export function useAddress(): Address {
  const params = new URLSearchParams(useSyncExternalStore(subscribe, search))
  const asOf = params.get('asOf')
  return { project: params.get('project'), asOf: asOf && isSpokenOf(asOf) ? asOf : null }
}

/** Changes the address and stays on the page. null leaves a part out. */
export function setAddress(change: Partial<Address>): void {
  const params = new URLSearchParams(search())
  for (const [name, value] of Object.entries(change)) {
    if (value) params.set(name, value)
    else params.delete(name)
  }
  const text = params.toString()
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${text ? `?${text}` : ''}${window.location.hash}`)
  window.dispatchEvent(new Event(CHANGED))
}
