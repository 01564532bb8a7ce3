import { useEffect, useRef, useState } from 'react'

interface Told {
  readonly record: string
  readonly id: string
}

/** Listens to `GET /changes` while it is asked to, and says whether it is heard: when it is not, a page asks by itself now and then. */
export function useChanges(active: boolean, onChange: (told: Told) => void): boolean {
  const [heard, setHeard] = useState(false)
  const listener = useRef(onChange)
  useEffect(() => {
    listener.current = onChange
  })
  useEffect(() => {
    if (!active) return
    const source = new EventSource('/changes')
    source.onopen = () => setHeard(true)
    source.onerror = () => setHeard(false)
    source.onmessage = ({ data }: MessageEvent<string>) => listener.current(JSON.parse(data) as Told)
    return () => {
      source.close()
      setHeard(false)
    }
  }, [active])
  return heard
}
