import { keepPreviousData, type QueryKey, skipToken, useQuery } from '@tanstack/react-query'
import { useLocaleState } from 'react-admin'
import { useCutShort } from './cut-lists'
import { type Document, nameOfDocument } from './document'
import { ask } from './graphql'

/** Under what answers are kept: their document and its variables; all answers of a document without them. */
export const keyOf = (document: string, variables?: unknown): QueryKey =>
  variables === undefined ? [nameOfDocument(document)] : [nameOfDocument(document), variables]

interface Options {
  /** Milliseconds for which an answer is not asked for again. */
  readonly staleTime?: number
  /** Milliseconds for which an answer that no page shows is kept. */
  readonly gcTime?: number
  /** True: the answer to other variables is shown until the new one has come. */
  readonly keepsFormer?: boolean
}

/** What the gateway answers to a document, in the language of the page; nothing is asked while there are no variables yet. */
export function useAnswer<Answer, Variables>(document: Document<Answer, Variables>, variables: Variables | null, options: Options = {}) {
  const { keepsFormer = false, ...times } = options
  const [language] = useLocaleState()
  const asked = variables && document.includes('$language: String') ? { ...variables, language } : variables
  const answer = useQuery<Answer>({
    queryKey: keyOf(document, asked),
    queryFn: asked === null ? skipToken : ({ signal }) => ask(document, asked, signal),
    ...(keepsFormer ? { placeholderData: keepPreviousData } : {}),
    ...times,
  })
  useCutShort(answer.data)
  return answer
}
