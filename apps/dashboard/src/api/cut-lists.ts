import { useEffect, useSyncExternalStore } from 'react'

/** A list of which a page has the first rows only. */
export interface CutList {
  /** Name of its field, which is that of its records' list where there is one. */
  readonly name: string
  /** How many rows the page has. */
  readonly shown: number
}

/** Lists that go on beyond an answer and that nobody asks further, which is seen by their lacking cursor; each name once, the longest. */
export function cutLists(answer: unknown): readonly CutList[] {
  const found = new Map<string, number>()
  const look = (value: unknown, name: string): void => {
    if (value === null || typeof value !== 'object') return
    const { nodes, pageInfo } = value as { nodes?: readonly unknown[]; pageInfo?: { hasNextPage?: boolean; endCursor?: string | null } }
    if (nodes && pageInfo?.hasNextPage && pageInfo.endCursor === undefined) found.set(name, Math.max(nodes.length, found.get(name) ?? 0))
    for (const [key, inner] of Object.entries(value)) look(inner, key === 'nodes' || Array.isArray(value) ? name : key)
  }
  look(answer, '')
  return [...found].map(([name, shown]) => ({ name, shown }))
}

/** By whoever shows an answer. */
const known = new Map<object, readonly CutList[]>()
const listeners = new Set<() => void>()
let all: readonly CutList[] = []

function change(work: () => void): void {
  work()
  all = [...known.values()].flat()
  for (const listen of listeners) listen()
}

/** Lets the page tell of lists that are cut short in an answer, as long as it is shown. */
export function useCutShort(answer: unknown): void {
  useEffect(() => {
    const lists = cutLists(answer)
    if (lists.length === 0) return
    const key = {}
    change(() => known.set(key, lists))
    return () => change(() => known.delete(key))
  }, [answer])
}

const subscribe = (listen: () => void) => {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** Lists that are cut short in what the page shows now. */
export const useCutLists = (): readonly CutList[] => useSyncExternalStore(subscribe, () => all)
