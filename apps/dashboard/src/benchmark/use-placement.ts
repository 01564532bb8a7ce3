import { useEffect, useState } from 'react'
import type { AnswerOf } from '../api/document'
import { useAnswer } from '../api/use-answer'
import { placeProspectiveDocument } from './edition.graphql'

export type Placement = AnswerOf<typeof placeProspectiveDocument>['placeProspective']

export interface PlannedValue {
  readonly indicatorId: string
  readonly value: number | null
}

const PAUSE = 300

/** A value once it has rested. */
function useRested<T>(value: T): T {
  const key = JSON.stringify(value)
  const [rested, setRested] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), PAUSE)
    return () => clearTimeout(timer)
  }, [key])
  return JSON.parse(rested) as T
}

/** Where planned values would land, asked for when typing pauses; the former answer stays until the next has come. */
export function usePlacement(editionId: string, values: readonly PlannedValue[]) {
  const rested = useRested(values)
  const known = rested.some(({ value }) => value !== null)
  return useAnswer(placeProspectiveDocument, known ? { id: editionId, values: rested } : null, { keepsFormer: true, staleTime: Number.POSITIVE_INFINITY })
}
