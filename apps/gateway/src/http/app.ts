import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type Router } from 'express'
import type { Database } from '../database/database.js'
import type { Metrics } from '../observe/metrics.js'

const dashboard = join(import.meta.dirname, '../../../dashboard/dist')

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Everything but GraphQL: health, feeds, figures where they are switched on, and the built dashboard. */
export function makeApp(database: Database, feeds: Router, metrics: Metrics | null): Express {
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_, response) => void response.json({ up: true }))
  app.get('/readyz', async (_, response) => {
    const ready = await database.run('SELECT 1').then(
      () => true,
      () => false,
    )
    response.status(ready ? 200 : 503).json({ ready })
  })
  app.use((_, response, next) => {
    response.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    next()
  })
  app.use('/feeds', feeds)
  app.use(compression())
  if (metrics) {
    app.get('/metrics', async (_, response) => {
      const { type, body } = await metrics.text()
      response.type(type).send(body)
    })
  }
  app.use('/assets', express.static(join(dashboard, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(dashboard, { index: false }))
  app.get('/{*path}', (request, response, next) => {
    const page = join(dashboard, 'index.html')
    if (!request.accepts('html') || !existsSync(page)) return next()
    response.set('cache-control', 'no-cache').sendFile(page)
  })
  return app
}
