import { AsyncLocalStorage } from 'node:async_hooks'
import { type Attributes, type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import { parseTraceParent } from '@opentelemetry/core'
import { errorType, type Part, type SpanFacts, type Tracer as Telling, type Span as TellingSpan } from '../kernel/tracing.js'

/** Parts of the work as spans of OpenTelemetry: each within the one that it happens in. */
export class OtlpTracer implements Telling {
  private readonly around = new AsyncLocalStorage<Context>()

  constructor(private readonly tracer: Tracer) {}

  async within<T>(part: Part, work: (span: TellingSpan) => Promise<T>): Promise<T> {
    const around = this.aroundOf(part)
    const span = this.begin(part, around)
    const heard = { rename: (name: string) => void span.updateName(name), note: (facts: SpanFacts) => note(span, facts) }
    try {
      return await this.around.run(trace.setSpan(around, span), work, heard)
    } catch (error) {
      note(span, { 'error.type': errorType(error) })
      throw error
    } finally {
      span.end()
    }
  }

  over(part: Part, began: number): void {
    const around = this.around.getStore()
    if (around) this.begin(part, around, began).end()
  }

  current(): Readonly<Record<string, string>> {
    const span = trace.getSpanContext(this.around.getStore() ?? ROOT_CONTEXT)
    return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
  }

  private begin({ name, kind = 'INTERNAL', facts = {} }: Part, around: Context, began?: number): Span {
    const span = this.tracer.startSpan(name, { kind: SpanKind[kind], ...(began === undefined ? {} : { startTime: began }) }, around)
    note(span, facts)
    return span
  }

  /** A trace that began elsewhere; else the part in which this one happens. */
  private aroundOf({ parent }: Part): Context {
    const remote = parent === undefined ? null : parseTraceParent(parent)
    return remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : (this.around.getStore() ?? ROOT_CONTEXT)
  }
}

function note(span: Span, facts: SpanFacts): void {
  span.setAttributes(facts as Attributes)
  if (facts['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
}
