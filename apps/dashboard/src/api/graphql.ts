import { v7 as uuidv7 } from 'uuid'
import type { Document } from './document'
import { forgetFirst, takeFirst } from './first-questions'
import { type Translate, translateNow } from './translate'

/** One thing wrong with an input: where, and a code that is put into words here. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** A fault in the present language: as a room says it, else as the record gives it for a reason, else what the gateway said. */
export function faultText({ code, params, message }: Fault): string {
  const reason = translateNow(`reasons.${code}`, { ...params, _: message })
  return translateNow(`faults.${code}`, { ...params, _: reason })
}

/** What the gateway refused, with its code. `body.errors` is what forms of react-admin look for. */
export class GraphqlError extends Error {
  readonly body: { errors: Record<string, string> }

  constructor(
    message: string,
    readonly code: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.body = { errors: Object.fromEntries(this.faults.map((fault) => [String(fault.path.at(-1) ?? 'root'), faultText(fault)])) }
  }

  get faults(): readonly Fault[] {
    return (this.extensions.faults as Fault[] | undefined) ?? []
  }
}

interface Reply<T> {
  readonly data?: T
  readonly errors?: readonly { message: string; extensions?: { code?: string; [key: string]: unknown } }[]
}

/** Events by which the page is told that the server is reached, is not reached, or knows nobody any more. */
export const REACHED = 'clusterpolisee:reached'
export const UNREACHED = 'clusterpolisee:unreached'
export const SIGNED_OUT = 'clusterpolisee:signed-out'

/** Event by which the page is asked to let the person prove again who they are; its detail is told whether they did. */
export const PROVE_AGAIN = 'clusterpolisee:prove-again'

/** Whether the person proved again who they are; false where they broke off. */
export const askProof = () => new Promise<boolean>((resolve) => window.dispatchEvent(new CustomEvent(PROVE_AGAIN, { detail: resolve })))

const tell = (event: string) => window.dispatchEvent(new Event(event))

/** True when nothing was wrong with what was asked: the server was not reached, or did not reach its database. */
export const isUnreached = (error: unknown): boolean => error instanceof GraphqlError && ['OFFLINE', 'DATABASE_AWAY'].includes(error.code)

/** Asks the gateway. Throws GraphqlError: with the code OFFLINE when it is not reached, else with what it refused. */
export async function ask<Answer, Variables>(document: Document<Answer, Variables>, variables: NoInfer<Variables>, signal?: AbortSignal): Promise<Answer> {
  const { data, errors } = /^\s*mutation\b/.test(document) ? await postOnce<Answer>(document, variables) : await post<Answer>(document, variables, { signal })
  const [error] = errors ?? []
  if (!error) return data as Answer
  const code = error.extensions?.code ?? 'UNKNOWN'
  if (code === 'DATABASE_AWAY') tell(UNREACHED)
  if (code === 'UNAUTHENTICATED') tell(SIGNED_OUT)
  if (code === 'PROVE_AGAIN' && (await askProof())) return ask(document, variables, signal)
  throw new GraphqlError(sentence(code, error.message, error.extensions), code, error.extensions)
}

interface Deed {
  readonly key: string
  answer: Promise<Reply<unknown>> | null
}

/** Deeds of which it is not known yet whether they were done. */
const underWay = new Map<string, Deed>()

/**
 * Sends a deed by a key: asked for again before it is answered, as by a double click, it is the same; and after an answer that
 * got lost it goes by the same key, by which the gateway knows whether it was done.
 */
async function postOnce<T>(query: string, variables: unknown): Promise<Reply<T>> {
  forgetFirst()
  const what = JSON.stringify([query, variables])
  const deed: Deed = underWay.get(what) ?? { key: uuidv7(), answer: null }
  underWay.set(what, deed)
  deed.answer ??= post<unknown>(query, variables, { key: deed.key })
  try {
    const answer = await deed.answer
    if (!isUnsure(answer)) underWay.delete(what)
    return answer as Reply<T>
  } finally {
    deed.answer = null
  }
}

/** True for an answer after which nobody knows whether it was done. */
const isUnsure = ({ errors = [] }: Reply<unknown>): boolean =>
  errors.some(({ extensions }) => ['SAVED_OR_NOT', 'DATABASE_AWAY'].includes(extensions?.code ?? ''))

interface Sending {
  readonly signal?: AbortSignal | undefined
  /** Names a deed, so that it is done once. */
  readonly key?: string
}

async function post<T>(query: string, variables: unknown, { signal, key }: Sending): Promise<Reply<T>> {
  try {
    const first = key ? null : await takeFirst<Reply<T>>(query, variables)
    if (first) return first
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    })
    const answer = (await response.json()) as Reply<T>
    tell(REACHED)
    return answer
  } catch (error) {
    if (signal?.aborted) throw error
    tell(UNREACHED)
    throw new GraphqlError(translateNow('errors.OFFLINE'), 'OFFLINE')
  }
}

/** What a refusal says in the present language: its faults one by one, who may, or the sentence of its code. */
function sentence(code: string, message: string, extensions: Readonly<Record<string, unknown>> = {}): string {
  const faults = (extensions.faults as Fault[] | undefined) ?? []
  if (faults.length > 0) return faults.map(faultText).join(' ')
  if (code === 'FORBIDDEN' && typeof extensions.by === 'string') return translateNow('errors.onlyBy', { who: rolesText(extensions.by, translateNow) })
  return translateNow(`errors.${code}`, { _: message })
}

/** What went wrong, for people: as the gateway says it, else that something broke off. */
export const errorText = (error: unknown, translate: Translate): string => (error instanceof GraphqlError ? error.message : translate('app.broken'))

/** `LEAD_PARTNER,OWN_PARTNER` as words. */
export const rolesText = (by: string, translate: Translate): string =>
  by
    .split(',')
    .map((role) => translate(`roles.${role}`))
    .join(translate('roles.or'))
