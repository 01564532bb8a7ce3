import { Benchmark, recordMeta } from '@clusterpolisee/schema'
import { type Request, type Response, Router } from 'express'
import { badInput } from '../kernel/errors.js'
import { markOf, readingOf } from '../partnership/index.js'
import { requestContext, type Services } from '../request/request-context.js'
import { logEvent } from '../request/security-log.js'
import { knownNames } from '../tables/file-reading.js'
import { readTable, UnreadableFile } from '../tables/read-table.js'
import { lockRow, writer } from '../write/write-record.js'
import { askedOfEntries } from './entry-rows.js'
import { type EntryImportReport, importEntries, MOST_ROWS } from './import-entries.js'

const MOST_BYTES = 10_000_000

/** `POST /imports/benchmark-entries?benchmark=…&dryRun=true&replace=true&decimals=COMMA&reading={…}` with the file as body, of any kind that is read. */
export function entryImportRoute(services: Services): Router {
  const router = Router()
  router.post('/', (request, response) => receive(services, request, response))
  return router
}

/** Whoever may not import is refused before a byte of the file is read. */
async function receive(services: Services, request: Request, response: Response): Promise<void> {
  const context = await requestContext(services, request, response)
  const viewer = writer(context)
  const { query } = request
  const id = String(query.benchmark ?? '')
  const options = { dryRun: query.dryRun === 'true', replace: query.replace === 'true', mark: markOf(query.decimals), reading: readingOf(query.reading) }
  const { database, bodies } = services
  await database.write(viewer, (run) => lockRow(run, viewer, recordMeta(Benchmark), id))
  const table = await readTable(await bodies.read(request, MOST_BYTES), knownNames(askedOfEntries([])))
  if (table.rows.length === 0) throw new UnreadableFile('The file has no rows below its header.')
  if (table.rows.length > MOST_ROWS)
    throw badInput([{ path: [], code: 'TOO_MANY_ROWS', params: { max: MOST_ROWS }, message: `There are more than ${MOST_ROWS} rows.` }])
  const report = await database.write(viewer, async (run) => {
    const done = await importEntries(run, await lockRow(run, viewer, recordMeta(Benchmark), id), table, options)
    if (done.faults.length === 0 && !options.dryRun) await logEvent(run, context, { kind: 'IMPORTED', user: null, record: { type: 'Benchmark', id } })
    return done
  })
  response.status(report.faults.length > 0 ? 422 : 200).json(byRow(report))
}

/** Faults as they are told of files: by row and column. */
const byRow = ({ faults, ...report }: EntryImportReport) => ({
  ...report,
  faults: faults.map(({ path: [, row, column = null], ...fault }) => ({ row, column, ...fault })),
})
