import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('print')

function subscribe(listen: () => void): () => void {
  const media = query()
  media.addEventListener('change', listen)
  return () => media.removeEventListener('change', listen)
}

/** True while the page is being printed. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
