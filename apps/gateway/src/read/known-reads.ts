import { BoundedCache } from '@clusterpolisee/graph-sql'
import type { DocumentNode, GraphQLError } from 'graphql'
import { Kind } from 'graphql'
import type { Context } from '../request/context.js'

/** Letters of all documents that are kept; parsed, a document takes some two hundred times as much. */
const MOST_LETTERS = 400_000
/** A text longer than this is not kept: comparing it would cost what it saves. */
const LONGEST = 20_000

/** What of a request's body makes a read. */
export interface Question {
  /** Of its operation. */
  readonly name?: string | undefined
  readonly document: DocumentNode
  readonly variables: Record<string, unknown>
}

/** What a read answers: JSON text, and what is to be told of single places in it. */
export interface ReadAnswer {
  readonly text: string
  readonly errors: readonly GraphQLError[]
}

export type AnswerRead = (question: Question, context: Context) => Promise<ReadAnswer>

/**
 * Reads that Apollo has parsed, checked and answered. The same text needs none of that again and goes straight to the
 * read engine: the answer is the same, small ones cost half as much.
 */
export class KnownReads {
  private readonly kept = new BoundedCache<{ readonly document: DocumentNode; readonly name: string | undefined }>(MOST_LETTERS)

  constructor(readonly answer: AnswerRead) {}

  /** Keeps a document of one operation that was answered as a read. */
  learn(query: string | undefined, document: DocumentNode): void {
    if (query === undefined || query.length > LONGEST || this.kept.get(query)) return
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    if (operations.length !== 1) return
    this.kept.set(query, { document, name: operations[0]?.name?.value }, query.length)
  }

  /** The question in a body, where it is a plain one with a known document; undefined leaves it to Apollo. */
  find(body: unknown): Question | undefined {
    if (typeof body !== 'object' || body === null) return undefined
    const { query, operationName, variables, extensions } = body as Record<string, unknown>
    const known = typeof query === 'string' ? this.kept.get(query) : undefined
    if (!known || (extensions ?? null) !== null || ((operationName ?? null) !== null && operationName !== known.name)) return undefined
    if ((variables ?? null) === null) return { ...known, variables: {} }
    const isPlain = typeof variables === 'object' && !Array.isArray(variables)
    return isPlain ? { ...known, variables: variables as Record<string, unknown> } : undefined
  }
}
