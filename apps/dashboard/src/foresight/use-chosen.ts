import { useSearchParams } from 'react-router-dom'
import { chosenOf } from './chosen'
import type { Choices } from './position-data'

/** What the page speaks of, from its address, else the first region and the widest span of years; and how to choose other. */
export function useChosen(choices: Choices, projectId: string) {
  const [params, setParams] = useSearchParams()
  const choose = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  return { ...chosenOf(choices, projectId, params), choose }
}
