import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../api/graphql'
import type { Group, Place } from './edition-data'

export interface Placement extends Place {
  readonly score: number
  readonly rankGroup: Group
  readonly rankShares: readonly number[]
  readonly contributions: readonly { readonly indicatorId: string; readonly contribution: number }[]
  readonly outsideRange: readonly string[]
  readonly runs: number
}

export interface PlannedValue {
  readonly indicatorId: string
  readonly value: number | null
}

const document = `query ($id: ID!, $values: [PlannedValueInput!]!) { placeProspective(editionId: $id, values: $values) {
  score rank medianRank rankFrom rankTo firstThird rankGroup rankShares contributions { indicatorId contribution } outsideRange runs } }`

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
  return useQuery({
    queryKey: ['placement', editionId, rested],
    queryFn: ({ signal }) =>
      ask<{ placeProspective: Placement }>(document, { id: editionId, values: rested }, signal).then(({ placeProspective }) => placeProspective),
    enabled: rested.some(({ value }) => value !== null),
    placeholderData: (former) => former,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
