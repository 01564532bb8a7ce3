import type { Engine } from '@clusterpolisee/graph-sql'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../database/database.js'

/** One figure, with its values by their labels. */
export interface Figure {
  readonly name: string
  readonly help: string
  readonly type: string
  /** Of a histogram the counts up to each bound (`le`), with sum and count beside them by their `metricName`. */
  readonly values: readonly { readonly value: number; readonly labels: Readonly<Record<string, string | number | undefined>>; readonly metricName?: string }[]
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Figures of this process, for `GET /metrics` and OpenTelemetry. */
export class Metrics {
  private readonly registry = new Registry()
  /** Operations by kind (read, write, mixed) and outcome (OK or the code of the first error). */
  private readonly operations = new Histogram({
    name: 'clusterpolisee_operation_seconds',
    help: 'GraphQL operations by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  })
  private readonly statements = new Histogram({
    name: 'clusterpolisee_read_statement_seconds',
    help: 'SQL statements of reads.',
    buckets: seconds,
    registers: [this.registry],
  })
  private readonly feedRows = new Counter({
    name: 'clusterpolisee_feed_rows_total',
    help: 'Rows streamed by feeds.',
    labelNames: ['list', 'format'],
    registers: [this.registry],
  })
  private readonly forgottenRows = new Counter({
    name: 'clusterpolisee_forgotten_rows_total',
    help: 'Rows that were removed or blanked at night because their time was over.',
    labelNames: ['table'],
    registers: [this.registry],
  })

  constructor(engine: Engine, database: Database) {
    collectDefaultMetrics({ register: this.registry })
    this.gauge('clusterpolisee_plan_cache_hits', 'Reads whose plan was kept.', () => engine.plans.hits)
    this.gauge('clusterpolisee_plan_cache_misses', 'Reads whose plan was made.', () => engine.plans.misses)
    this.gauge('clusterpolisee_pool_connections', 'Connections to PostgreSQL.', () => database.pool.totalCount)
    this.gauge('clusterpolisee_pool_idle', 'Connections that are idle.', () => database.pool.idleCount)
    this.gauge('clusterpolisee_share_waiting', 'Requests that wait for their share of the pool.', () => database.share.waiting)
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read())
      },
    })
  }

  operation(kind: string, outcome: string, duration: number): void {
    this.operations.observe({ kind, outcome }, duration)
  }

  read(duration: number): void {
    this.statements.observe(duration)
  }

  fed(list: string, format: string, rows: number): void {
    this.feedRows.inc({ list, format }, rows)
  }

  forgotten(table: string, rows: number): void {
    this.forgottenRows.inc({ table }, rows)
  }

  /** The figures as Prometheus reads them. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() }
  }

  /** The figures by themselves, as they are now. */
  async figures(): Promise<readonly Figure[]> {
    return (await this.registry.getMetricsAsJSON()) as unknown as readonly Figure[]
  }
}
