import { type Request, type Response, Router } from 'express'
import writeWorkbook from 'write-excel-file/node'
import { markOf, readingOf } from '../partnership/index.js'
import { requestContext, type Services } from '../request/request-context.js'
import { logEvent } from '../request/security-log.js'
import { toCsv } from '../tables/csv.js'
import { knownNames } from '../tables/file-reading.js'
import { readTable, UnreadableFile } from '../tables/read-table.js'
import { writer } from '../write/write-record.js'
import { demandImport, importStatistics } from './import-statistics.js'
import { askedOfStatistics, columns } from './statistic-rows.js'

const MOST_BYTES = 10_000_000

const example = ['ITI3', 'EMPLOYMENT', 'C25', 2013, 1234.5, 'persons', 'Where the figure comes from']

/**
 * `POST /imports/regional-statistics?project=…&dryRun=true&replace=true&decimals=COMMA` with the file as body, and its templates;
 * `&reading={…}` says which columns are what. A plain body and not GraphQL: a browser sends a chosen file as it is
 * (`fetch(url, {method: 'POST', body: file})`), without making text of a workbook, and such a file is larger than a GraphQL
 * document may be.
 */
export function importRoutes(services: Services): Router {
  const router = Router()
  router.get('/regional-statistics/template.csv', (_, response) => {
    response
      .type('text/csv; charset=utf-8')
      .attachment('regional-statistics.csv')
      .send(toCsv([columns, example]))
  })
  router.get('/regional-statistics/template.xlsx', async (_, response) => {
    const header = columns.map((value) => ({ value, fontWeight: 'bold' as const }))
    response.attachment('regional-statistics.xlsx').send(await writeWorkbook([header, example]).toBuffer())
  })
  router.post('/regional-statistics', (request, response) => receive(services, request, response))
  return router
}

const projectOf = ({ query }: Request): string => String(query.project ?? '')

/** Whoever may not import is refused before a byte of the file is read. */
async function receive(services: Services, request: Request, response: Response): Promise<void> {
  const context = await requestContext(services, request, response)
  const viewer = writer(context)
  await demandImport(services.database.run, viewer, projectOf(request))
  const reading = readingOf(request.query.reading)
  const table = await readTable(await services.bodies.read(request, MOST_BYTES), knownNames(askedOfStatistics))
  if (table.rows.length === 0) throw new UnreadableFile('The file has no rows below its header.')
  const { dryRun, replace, decimals } = request.query
  const options = { projectId: projectOf(request), dryRun: dryRun === 'true', replace: replace === 'true', mark: markOf(decimals), reading }
  const report = await services.database.write(viewer, async (run) => {
    const done = await importStatistics(run, viewer, table, options)
    if (done.faultCount === 0 && !options.dryRun)
      await logEvent(run, context, { kind: 'IMPORTED', user: null, record: { type: 'Project', id: options.projectId } })
    return done
  })
  response.status(report.faultCount > 0 ? 422 : 200).json(report)
}
