import { useSyncExternalStore } from 'react'
import { type Address, addressIn } from './address-parts'

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
export const useAddress = () => addressIn(useSyncExternalStore(subscribe, search))

/** Changes the address and stays on the page. null leaves a part out. With `goesBack` the browser's Back brings the former one again. */
export function setAddress(change: Partial<Address>, goesBack = false): void {
  const params = new URLSearchParams(search())
  for (const [name, value] of Object.entries(change)) {
    if (value) params.set(name, value)
    else params.delete(name)
  }
  const text = params.toString()
  const next = `${window.location.pathname}${text ? `?${text}` : ''}${window.location.hash}`
  if (goesBack) window.history.pushState(window.history.state, '', next)
  else window.history.replaceState(window.history.state, '', next)
  window.dispatchEvent(new Event(CHANGED))
}
