import { BenchmarkEdition, type EditionResult, type FrozenData, recordMeta } from '@clusterpolisee/schema'
import { type Request, type Response, Router } from 'express'
import { refusal } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import { type Services, viewerOf } from '../request/request-context.js'
import { toCsv } from '../tables/csv.js'
import { editionTable } from './edition-table.js'
import { hashOf } from './store-result.js'

interface EditionRow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly benchmark: string
  readonly purpose: string
  readonly demonstration: boolean
  readonly state: string
  readonly runs: number
  readonly seed: number
  readonly method_version: string
  readonly settings: unknown
  readonly frozen_at: Date
  readonly computed_at: Date | null
  readonly published_at: Date | null
  readonly result_hash: string
  readonly frozen: FrozenData
  readonly result: string
}

/**
 * `GET /benchmarks/<edition id>.json` and `.csv`: permanent addresses of an edition and its data, without an account when it
 * is published, else for whoever may read it. A page of the dashboard under /benchmarks goes on to the dashboard.
 */
export function publishedEditionRoute(services: Services): Router {
  return Router().get('/:file', (request, response, next) => {
    const [, id = '', form] = /^(.+)\.(json|csv)$/.exec(String(request.params.file)) ?? []
    if (!form || !isUuid(id)) return next()
    return answer(services, request, response, id, form as 'json' | 'csv')
  })
}

async function answer(services: Services, request: Request, response: Response, id: string, form: 'json' | 'csv'): Promise<void> {
  const edition = await readEdition(services, request, id)
  if (!edition) throw refusal('NOT_FOUND', 'There is no such edition, or it is not published.')
  const text = form === 'json' ? asJson(edition) : toCsv(editionTable(edition.frozen, JSON.parse(edition.result) as EditionResult))
  // A published edition may be withdrawn, or a pilot in it: whoever keeps it asks whether it still stands.
  response.set('cache-control', edition.state === 'PUBLISHED' ? 'public, no-cache' : 'private, no-store')
  const etag = `"${hashOf(text)}"`
  response.set('etag', etag)
  response.type(form === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8')
  if (form === 'csv') response.attachment(`benchmark-${edition.title.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.csv`)
  if (request.headers['if-none-match']?.includes(etag)) return void response.status(304).end()
  response.send(text)
}

async function readEdition({ database, viewers }: Services, request: Request, id: string): Promise<EditionRow | null> {
  const record = recordMeta(BenchmarkEdition)
  const row = new StatementRow('t', await viewerOf(viewers, request))
  const key = row.constant(id, 'uuid')
  const [found] = await row.run(
    database.run,
    `SELECT t.id, t.number, t.title, b.title AS benchmark, b.purpose, p.demonstration, t.state, t.runs, t.seed, t.method_version, t.settings, t.frozen_at, t.computed_at,
       t.published_at, t.result_hash, d.frozen, d.result
     FROM benchmark_edition t JOIN benchmark b ON b.id = t.benchmark_id JOIN project p ON p.id = t.project_id JOIN benchmark_edition_data d ON d.edition_id = t.id
     WHERE t.id = ${key} AND d.result IS NOT NULL AND t.archived_at IS NULL AND ${readableScope(record, row)}`,
  )
  return (found as EditionRow | undefined) ?? null
}

/** The result's own bytes stand in it as they are, so that their hash can be checked. */
function asJson({ frozen, result, ...edition }: EditionRow): string {
  const about = {
    id: edition.id,
    number: edition.number,
    title: edition.title,
    benchmark: edition.benchmark,
    purpose: edition.purpose,
    demonstration: edition.demonstration,
    settings: edition.settings,
    runs: edition.runs,
    seed: edition.seed,
    methodVersion: edition.method_version,
    frozenAt: edition.frozen_at,
    computedAt: edition.computed_at,
    publishedAt: edition.published_at,
    resultSha256: edition.result_hash,
  }
  return `{"edition":${JSON.stringify(about)},"data":${JSON.stringify(frozen)},"result":${result}}`
}
