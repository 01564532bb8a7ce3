import { Event, Project, recordMeta } from '@clusterpolisee/schema'
import { type Request, type Response, Router } from 'express'
import { refusal, unauthenticated } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import { askForToken } from '../request/ask-for-token.js'
import { type Services, viewerOf } from '../request/request-context.js'
import { type CalendarEvent, calendarFile } from './calendar-file.js'

/** Which events a file is of. */
type Asked = { readonly column: 'id' | 'project_id'; readonly id: string }

/**
 * `GET /events/<event id>.ics` and `GET /events/<project id>/calendar.ics`: events whose day is known, for whoever may read them:
 * by session, by token (as the password too, which calendars can store), or without either when they are public. A page of the
 * dashboard under /events goes on to the dashboard.
 */
export function calendarRoute(services: Services): Router {
  const router = Router()
  router.get('/:file', (request, response, next) => {
    const [, id = ''] = /^(.+)\.ics$/.exec(String(request.params.file)) ?? []
    return isUuid(id) ? answer(services, request, response, { column: 'id', id }) : next()
  })
  router.get('/:project/calendar.ics', (request, response, next) => {
    const id = String(request.params.project)
    return isUuid(id) ? answer(services, request, response, { column: 'project_id', id }) : next()
  })
  router.use(askForToken(services.config.APP_NAME))
  return router
}

async function answer(services: Services, request: Request, response: Response, asked: Asked): Promise<void> {
  const viewer = await viewerOf(services.viewers, request)
  const row = new StatementRow('t', viewer)
  const key = row.constant(asked.id, 'uuid')
  const found = await row.run((text, values) => services.database.run(text, values), statement(row, key, asked))
  const [first] = found
  if (!first) throw viewer.userId === null ? unauthenticated('Sign in first: nothing here is public.') : nothingThere
  const events = found.filter(({ id }) => id !== null) as unknown as CalendarEvent[]
  response.set('cache-control', 'private, no-store').type('text/calendar; charset=utf-8').attachment(`${asked.id}.ics`)
  response.send(calendarFile(String(first.name), events))
}

const nothingThere = refusal('NOT_FOUND', 'There is no such event, or its day is not known yet.')

/** The project that the asker may see with its dated events that the asker may read; a project without any is one row without id. */
function statement(row: StatementRow, key: string, { column }: Asked): string {
  const project = { ...row, alias: 'p' }
  const event = { ...row, alias: 'e' }
  const isWanted = column === 'id' ? `p.id = (SELECT o.project_id FROM event o WHERE o.id = ${key}) AND e.id = ${key}` : `p.id = ${key}`
  return `SELECT p.acronym AS name, e.id, e.version, e.updated_at AS "changedAt", e.title, e.starts_on::text AS "firstDay",
      CASE WHEN coalesce(e.ends_on_precision, 'DAY') = 'DAY' THEN e.ends_on::text END AS "lastDay", e.city, e.country, e.online_at AS "onlineAt", e.description
    FROM project p LEFT JOIN event e ON e.project_id = p.id AND e.archived_at IS NULL AND coalesce(e.starts_on_precision, 'DAY') = 'DAY'
      AND e.starts_on IS NOT NULL AND ${readableScope(recordMeta(Event), event)}
    WHERE ${isWanted} AND ${readableScope(recordMeta(Project), project)} ORDER BY e.starts_on, e.id`
}
