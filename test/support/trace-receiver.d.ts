/** A span as it was sent, with its attributes by their names. */
export interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly facts: Readonly<Record<string, string | number>>
}
/** Takes what OpenTelemetry sends: OTLP over HTTP, as JSON. */
export interface TraceReceiver {
  readonly url: string
  readonly spans: readonly SentSpan[]
  /** Names of figures, as they were sent last. */
  readonly figures: readonly string[]
  /** All that was sent, as it came. */
  text(): string
  stop(): Promise<void>
}
/** Starts one on a port of its own; `answersAfter` milliseconds it takes. */
export declare function startTraceReceiver(answersAfter?: number): Promise<TraceReceiver>
