import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type Router } from 'express'
import type { Metrics } from '../observe/metrics.js'
import { noSuchAddress, refuseAll } from '../request/refuse.js'
import type { Services } from '../request/request-context.js'
import type { Route } from '../room.js'
import { changeRoute } from '../streams/change-route.js'
import type { ChangeStreams } from '../streams/change-streams.js'
import { assets } from './assets.js'
import { dashboardPage, logo } from './dashboard-page.js'
import { securityText } from './security-txt.js'

const dashboard = join(import.meta.dirname, '../../../dashboard/dist')

/** What stands behind the addresses. */
export interface AppParts {
  readonly services: Services
  readonly streams: ChangeStreams
  readonly feeds: Router
  /** Of the rooms. */
  readonly routes: readonly Route[]
  /** Null: figures are switched off. */
  readonly metrics: Metrics | null
}

/** Everything but GraphQL: health, feeds, changes, the rooms' own addresses, figures where they are switched on, and the built dashboard. */
export function makeApp({ services, streams, feeds, routes, metrics }: AppParts): Express {
  const { config, database, viewers } = services
  const app = express()
  app.disable('x-powered-by')
  app.use(['/healthz', '/readyz'], (_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  app.get('/healthz', (_, response) => void response.json({ up: true }))
  app.get('/readyz', async (_, response) => {
    const ready = await database.run('SELECT 1').then(
      () => true,
      () => false,
    )
    response.status(ready ? 200 : 503).json({ ready })
  })
  app.get('/.well-known/security.txt', securityText(config))
  app.use('/feeds', feeds)
  app.get('/changes', changeRoute(streams, viewers))
  app.use(compression())
  for (const { path, make } of routes) app.use(path, make(services))
  if (metrics) {
    app.get('/metrics', async (_, response) => {
      const { type, body } = await metrics.text()
      response.type(type).send(body)
    })
  }
  app.use('/assets', assets(join(dashboard, 'assets')))
  app.use(express.static(dashboard, { index: false }))
  app.get('/logo', logo(config))
  app.get('/{*path}', dashboardPage(join(dashboard, 'index.html'), config))
  app.use(() => {
    throw noSuchAddress()
  })
  app.use(refuseAll(services))
  return app
}
