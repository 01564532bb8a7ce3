import { BoundedCache } from '@clusterpolisee/graph-sql'
import { type GraphQLSchema, printSchema } from 'graphql'
import { rateLimited } from '../kernel/errors.js'
import { runInThread } from '../kernel/run-in-thread.js'

/** Letters of answers that are kept: the usual question, whole, has one and a half million. */
const MOST_LETTERS = 8_000_000
/** Questions that wait for the thread; and seconds after which a further one may try again. */
const MOST_WAITING = 10
const RETRY_AFTER = 5
/** Memory of the thread, in MB. */
const MEMORY = 256

/** A document that asks for nothing but the schema. */
export interface SchemaQuestion {
  readonly source: string
  readonly operationName: string | null
  readonly variables: Record<string, unknown>
}

/** The answer's data as JSON text, and the sentences of its errors. */
export interface SchemaAnswer {
  readonly text: string
  readonly errors: readonly string[]
}

/**
 * Answers what is asked of the schema: the same to everybody, so from a cache; else in a thread of its own, one question at a
 * time, for the whole schema takes so long that others would wait.
 */
export class Introspection {
  private readonly known = new BoundedCache<SchemaAnswer>(MOST_LETTERS)
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private sdl: string | undefined

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws RATE_LIMITED when too many wait. */
  async answer(question: SchemaQuestion): Promise<SchemaAnswer> {
    const key = JSON.stringify(question)
    const known = this.known.get(key)
    if (known) return known
    if (this.waiting >= MOST_WAITING) throw rateLimited(RETRY_AFTER)
    this.waiting += 1
    const answering = this.last.then(() => this.known.get(key) ?? this.work(key, question)).finally(() => void this.waiting--)
    this.last = answering.catch(() => undefined)
    return answering
  }

  private async work(key: string, question: SchemaQuestion): Promise<SchemaAnswer> {
    this.sdl ??= printSchema(this.schema)
    const answer = await runInThread<SchemaAnswer>({ file: 'read/introspection-thread.js', data: { ...question, sdl: this.sdl }, memory: MEMORY })
    this.known.set(key, answer, key.length + answer.text.length)
    return answer
  }
}
