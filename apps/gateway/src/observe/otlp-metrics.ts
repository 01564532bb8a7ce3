import { type Attributes, type HrTime, ValueType } from '@opentelemetry/api'
import { hrTime } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import { AggregationTemporality, type DataPoint, DataPointType, type MetricData, type MetricProducer } from '@opentelemetry/sdk-metrics'
import type { Figure, Metrics } from './metrics.js'

/** The figures of `GET /metrics`, as OpenTelemetry has them: one source, told in two ways. */
export function producerOf(metrics: Metrics, resource: Resource): MetricProducer {
  const began = hrTime()
  return {
    async collect() {
      const span = { startTime: began, endTime: hrTime() }
      const found = (await metrics.figures()).flatMap((figure) => dataOf(figure, span))
      return { resourceMetrics: { resource, scopeMetrics: [{ scope: { name: 'clusterpolisee' }, metrics: found }] }, errors: [] }
    },
  }
}

interface Between {
  readonly startTime: HrTime
  readonly endTime: HrTime
}

/** Summaries, which we have none of, are left out. */
function dataOf(figure: Figure, between: Between): MetricData[] {
  const { name, help: description, type } = figure
  const unit = /_seconds(_total)?$/.test(name) ? 's' : /_bytes$/.test(name) ? 'By' : ''
  const told = { descriptor: { name, description, unit, valueType: ValueType.DOUBLE }, aggregationTemporality: AggregationTemporality.CUMULATIVE } as const
  if (type === 'counter') return [{ ...told, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: pointsOf(figure, between) }]
  if (type === 'gauge') return [{ ...told, dataPointType: DataPointType.GAUGE, dataPoints: pointsOf(figure, between) }]
  if (type === 'histogram') return [{ ...told, dataPointType: DataPointType.HISTOGRAM, dataPoints: histogramsOf(figure, between) }]
  return []
}

const pointsOf = ({ values }: Figure, between: Between): DataPoint<number>[] =>
  values.map(({ value, labels }) => ({ ...between, attributes: labels as Attributes, value }))

/** Prometheus counts in each bucket whatever lies below its bound; OpenTelemetry what lies in it alone. */
function histogramsOf({ name, values }: Figure, between: Between) {
  const byLabels = new Map<string, Figure['values'][number][]>()
  for (const value of values) {
    const { le, ...labels } = value.labels
    const key = JSON.stringify(labels)
    byLabels.set(key, [...(byLabels.get(key) ?? []), value])
  }
  return [...byLabels].map(([key, found]) => {
    const below = found.filter(({ labels }) => labels.le !== undefined)
    const counts = below.map(({ value }, index) => value - (below[index - 1]?.value ?? 0))
    const boundaries = below.slice(0, -1).map(({ labels }) => Number(labels.le))
    const the = (part: string) => found.find(({ metricName }) => metricName === `${name}_${part}`)?.value ?? 0
    return { ...between, attributes: JSON.parse(key) as Attributes, value: { buckets: { boundaries, counts }, sum: the('sum'), count: the('count') } }
  })
}
