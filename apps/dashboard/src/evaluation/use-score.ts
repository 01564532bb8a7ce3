import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { choiceOf } from '../api/contract'
import { ask, GraphqlError } from '../api/graphql'
import type { Translate } from '../api/translate'
import { useDraft } from '../records/use-draft'
import { createScoreDocument, updateScoreDocument } from './evaluation.graphql'
import type { CriterionFacts, PlanFacts, ScoreFacts, Seat } from './evaluation-data'

/** What an evaluator gives to a criterion: a mark or why there is none, a reason, evidence. */
export interface Given {
  /** `1` to `5`, or an abstention; empty while nothing is chosen. */
  readonly value: string
  readonly reason: string
  readonly evidence: string
}

export type Faults = Readonly<Record<string, string>>

const PAUSE = 800

const givenOf = (score: ScoreFacts | undefined): Given => ({
  value: score ? String(score.mark ?? score.abstention ?? '') : '',
  reason: score?.reason ?? '',
  evidence: score?.evidence ?? '',
})

const inputOf = ({ value, reason, evidence }: Given) => ({
  mark: /^[1-5]$/.test(value) ? Number(value) : null,
  abstention: value === '' || /^[1-5]$/.test(value) ? null : choiceOf('Abstention', value),
  reason: reason.trim(),
  evidence: evidence.trim() || null,
})

/** What is still missing before a criterion can be saved, at its questions. */
const missing = ({ value, reason }: Given, translate: Translate): Faults => ({
  ...(value ? {} : { mark: translate('scoring.noMark') }),
  ...(reason.trim() ? {} : { reason: translate('scoring.noReason') }),
})

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
  const [faults, setFaults] = useState<Faults>({})
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

/** What the gateway found wrong, at its questions; what stands at none of them under `root`. */
function faultsOf(error: unknown): Faults {
  if (!(error instanceof GraphqlError)) throw error
  const { mark, abstention, reason, evidence } = error.body.errors
  const placed = Object.entries({ mark: mark ?? abstention, reason, evidence }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return placed.length > 0 ? Object.fromEntries(placed) : { root: error.message }
}
