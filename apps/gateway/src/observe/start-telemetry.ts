import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Telemetry } from './telemetry.js'

/** Begins to send traces, where the setting says to whom; else null, and nothing of OpenTelemetry is even loaded. */
export async function startTelemetry(
  config: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_TRACES_SAMPLER_ARG'>,
  logger: Logger,
): Promise<Telemetry | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = config
  if (!endpoint) return null
  const { Telemetry } = await import('./telemetry.js')
  return new Telemetry({ endpoint, share }, logger)
}
