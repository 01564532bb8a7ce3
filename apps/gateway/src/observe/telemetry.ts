import { DiagLogLevel, diag } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, type Resource, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'
import { release } from '../database/release.js'
import { traceBy } from '../kernel/tracing.js'
import { within } from '../kernel/within.js'
import type { Metrics } from './metrics.js'
import { producerOf } from './otlp-metrics.js'
import { OtlpTracer } from './otlp-tracer.js'

/** Seconds within which what is left is sent when the gateway stops. */
const MOST_FLUSH = 5
/** Milliseconds that one sending may take. */
const PATIENCE = 5000
/** Spans that wait to be sent; further ones are dropped. */
const MOST_WAITING = 2048
/** Milliseconds in which the log is told once that nobody takes what is sent. */
const TOLD_EVERY = 60_000

/** Where traces and figures are sent to, and which share of the traces. */
export interface TelemetrySettings {
  readonly endpoint: string
  readonly share: number
}

/** Sends traces, and figures, by OpenTelemetry (OTLP over HTTP, as JSON), beside the work: nobody waits for it, and what cannot be sent is dropped. */
export class Telemetry {
  private readonly resource: Resource
  private readonly traces: TracerProvider
  private figures: MeterProvider | null = null

  constructor(
    private readonly settings: TelemetrySettings,
    logger: Logger,
  ) {
    tellFaults(logger)
    this.resource = this.makeResource()
    const exporter = new OTLPTraceExporter({ url: this.addressOf('traces'), timeoutMillis: PATIENCE })
    this.traces = new TracerProvider({
      resource: this.resource,
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
      spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: MOST_WAITING, exportTimeoutMillis: PATIENCE })],
    })
    traceBy(new OtlpTracer(this.traces.getTracer('clusterpolisee', release)))
  }

  /** Sends the figures of `GET /metrics` too, once a minute. */
  send(metrics: Metrics): void {
    const exporter = new OTLPMetricExporter({ url: this.addressOf('metrics'), timeoutMillis: PATIENCE })
    const reader = new PeriodicExportingMetricReader({ exporter, exportTimeoutMillis: PATIENCE, metricProducers: [producerOf(metrics, this.resource)] })
    this.figures = new MeterProvider({ resource: this.resource, readers: [reader] })
  }

  /** Sends what is left, in five seconds at most. */
  async stop(): Promise<void> {
    traceBy(null)
    await within(MOST_FLUSH, Promise.allSettled([this.traces.shutdown(), this.figures?.shutdown()])).catch(() => undefined)
  }

  private addressOf(signal: 'traces' | 'metrics'): string {
    return `${this.settings.endpoint.replace(/\/$/, '')}/v1/${signal}`
  }

  /** Who sends; OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say it otherwise. */
  private makeResource(): Resource {
    const own = resourceFromAttributes({ 'service.name': 'clusterpolisee', 'service.version': release })
    return defaultResource()
      .merge(own)
      .merge(detectResources({ detectors: [envDetector] }))
  }
}

/** That nobody takes what is sent, the log is told now and then. */
function tellFaults(logger: Logger): void {
  let told = Number.NEGATIVE_INFINITY
  const tell = (reason: string) => {
    if (performance.now() - told < TOLD_EVERY) return
    told = performance.now()
    logger.warn({ reason: reason.slice(0, 300) }, 'traces and figures are not taken')
  }
  const quiet = () => undefined
  diag.setLogger({ error: tell, warn: tell, info: quiet, debug: quiet, verbose: quiet }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
}
