import { useQuery } from '@tanstack/react-query'
import { useLocaleState } from 'react-admin'
import { allNodes } from '../api/all-nodes'
import { ask } from '../api/graphql'
import { keyOf } from '../api/use-answer'
import { evaluationDocument, furtherScoresDocument } from './evaluation.graphql'

interface Asked {
  readonly id: string
  readonly language: string
}

async function readEvaluation(asked: Asked, signal: AbortSignal) {
  const { evaluationPlan, scores } = await ask(evaluationDocument, asked, signal)
  const nodes = await allNodes(furtherScoresDocument, { id: asked.id }, (answer) => answer.scores, signal, scores)
  return evaluationPlan && { ...evaluationPlan, scores: { nodes } }
}

/**
 * An evaluation with all that belongs to it, in the present language; of marks those that this person may read. `fresh`:
 * nothing that was read before is shown first, for forms that begin with what is read.
 */
export function useEvaluation(id: string, fresh = false) {
  const [language] = useLocaleState()
  const asked = { id, language }
  return useQuery({
    queryKey: keyOf(evaluationDocument, asked),
    queryFn: ({ signal }) => readEvaluation(asked, signal),
    ...(fresh ? { gcTime: 0 } : {}),
  })
}
