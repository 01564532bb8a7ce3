import { useMemo } from 'react'
import { useAnswer } from '../api/use-answer'
import { evaluationDocument } from './evaluation.graphql'

/**
 * An evaluation with all that belongs to it, in the present language; of marks those that this person may read. `fresh`:
 * nothing that was read before is shown first, for forms that begin with what is read.
 */
export function useEvaluation(id: string, fresh = false) {
  const { data, ...rest } = useAnswer(evaluationDocument, { id }, fresh ? { gcTime: 0 } : {})
  const plan = useMemo(() => data?.evaluationPlan && { ...data.evaluationPlan, scores: data.scores }, [data])
  return { ...rest, data: plan }
}
