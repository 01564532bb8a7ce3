import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useDraft } from '../records/use-draft'
import { createScoreDocument, updateScoreDocument } from './evaluation.graphql'
import type { CriterionFacts, PlanFacts, Seat } from './evaluation-data'
import { faultsOf, type Given, givenOf, inputOf, missing } from './given'

const PAUSE = 800

interface Options {
  readonly plan: PlanFacts
  readonly seat: Seat
  readonly criterion: CriterionFacts
}

/**
 * One criterion of the scoring form: what is typed is kept on this computer at once, and saved as a draft mark a moment
 * after it is complete. `flush` saves what is not saved yet and answers whether all of it is.
 */
export function useScore({ plan, seat, criterion }: Options) {
  const translate = useTranslate()
  const [score] = plan.scores.nodes.filter((one) => one.criterion?.id === criterion.id && one.evaluator?.id === seat.id)
  const [given, setGiven] = useState(() => givenOf(score))
  const [saved, setSaved] = useState(() => givenOf(score))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const latest = useRef(given)
  const kept = useRef({ row: score ? { id: score.id, version: score.version } : null, text: JSON.stringify(givenOf(score)) })
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const dirty = JSON.stringify(given) !== JSON.stringify(saved)
  const draft = useDraft({
    what: `scores/${seat.id}/${criterion.id}`,
    version: kept.current.row?.version ?? 0,
    values: dirty ? { ...given } : null,
    take: (values) => set(values as unknown as Given),
  })
  const set = (change: Partial<Given>) => {
    latest.current = { ...latest.current, ...change }
    setGiven(latest.current)
    setFaults({})
  }
  const save = async (): Promise<boolean> => {
    const now = latest.current
    const text = JSON.stringify(now)
    if (text === kept.current.text) return true
    try {
      kept.current = { row: await write(now), text }
      setSaved(now)
      setSavedAt(Date.now())
      await draft.drop()
      return true
    } catch (error) {
      setFaults(faultsOf(error))
      return false
    }
  }
  const write = async (now: Given) => {
    const input = inputOf(now)
    const { row } = kept.current
    if (row) return (await ask(updateScoreDocument, { id: row.id, version: row.version, input })).updateScore
    const place = { projectId: plan.project?.id ?? '', planId: plan.id, criterionId: criterion.id, evaluatorId: seat.id }
    return (await ask(createScoreDocument, { input: { ...place, ...input } })).createScore
  }
  const flush = (): Promise<boolean> => {
    const lacks = missing(latest.current, translate)
    if (Object.keys(lacks).length > 0) {
      setFaults(lacks)
      return Promise.resolve(false)
    }
    queue.current = queue.current.then(save)
    return queue.current
  }
  const complete = Object.keys(missing(given, translate)).length === 0
  const unsaved = dirty && complete ? JSON.stringify(given) : null
  const saveNow = useRef(flush)
  useEffect(() => {
    saveNow.current = flush
  })
  useEffect(() => {
    if (unsaved === null) return
    const timer = setTimeout(() => void saveNow.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [unsaved])
  return { given, set, faults, setFaults, dirty, complete, savedAt, draft, flush }
}
