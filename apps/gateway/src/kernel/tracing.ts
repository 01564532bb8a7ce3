/** What a span says beside its time: names, kinds and numbers; never a value that somebody gave. `error.type` says that it failed. */
export type SpanFacts = Readonly<Record<string, string | number | undefined>>

/** A part of the work whose time is told of. */
export interface Part {
  /** One of few, as the kind of a statement. */
  readonly name: string
  readonly kind?: 'SERVER' | 'CLIENT' | 'INTERNAL'
  readonly facts?: SpanFacts
  /** Of whose trace it is a part, as `traceparent` of W3C says it; unset: of the part that it happens in. */
  readonly parent?: string | undefined
}

/** A part that goes on. */
export interface Span {
  rename(name: string): void
  note(facts: SpanFacts): void
}

/** What is told of parts of the work. */
export interface Tracer {
  /** Does a part of the work. */
  within<T>(part: Part, work: (span: Span) => Promise<T>): Promise<T>
  /** Tells of a part that is over, by when it began (`performance.now()`); of one that happens in no other it says nothing. */
  over(part: Part, began: number): void
  /** The trace and the span in which something is logged now. */
  current(): Readonly<Record<string, string>>
}

// One for the process, as its standard output: whoever tells of a part needs not be handed it.
let tracer: Tracer | null = null

/** From now on parts of the work are told to this one; null: to nobody. */
export function traceBy(given: Tracer | null): void {
  tracer = given
}

/** False: nobody listens, and facts need not be put together. */
export const isTraced = (): boolean => tracer !== null

const unheard: Span = { rename: () => undefined, note: () => undefined }

/** Does a part of the work, and tells how long it took and whether it failed. */
export const traced = <T>(part: Part, work: (span: Span) => Promise<T>): Promise<T> => (tracer ? tracer.within(part, work) : work(unheard))

/** Tells of a part that is over. */
export const tellTrace = (part: Part, began: number): void => tracer?.over(part, began)

/** What a line of the log says of the trace that it belongs to. */
export const currentTrace = (): Readonly<Record<string, string>> => tracer?.current() ?? {}

/** What an error is, without its sentence, which may speak of somebody. */
export function errorType(error: unknown): string {
  const { code, extensions, name } = Object(error) as { code?: unknown; extensions?: { code?: unknown }; name?: unknown }
  return String(extensions?.code ?? code ?? name ?? 'Error')
}
