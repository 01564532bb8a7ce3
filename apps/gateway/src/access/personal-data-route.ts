import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { languages } from '@clusterpolisee/schema'
import { type Request, type Response, Router } from 'express'
import { rateLimited } from '../kernel/errors.js'
import { checkProved } from '../request/asks-again.js'
import { requestContext, type Services } from '../request/request-context.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'
import { personalFile } from './personal-file.js'

/** `GET /personal-data.json?language=it`: all that is kept of whoever is signed in, as a file; of nobody else, whoever they see as. */
export function personalDataRoute(services: Services): Router {
  const router = Router()
  const reading = new Set<string>()
  router.get('/', async (request, response) => {
    const context = await requestContext(services, request, response)
    const person = String(writer(context).userId)
    checkProved(context)
    if (reading.has(person)) throw rateLimited(10)
    reading.add(person)
    try {
      await logEvent(services.database.run, context, { kind: 'DATA_EXPORTED', detail: 'personal-data.json' })
      await send(services, person, request, response)
    } finally {
      reading.delete(person)
    }
  })
  return router
}

/** A reader that takes nothing holds no connection of the database; one that has gone ends it. */
async function send({ database }: Services, person: string, { query }: Request, response: Response): Promise<void> {
  const language = languages.find((known) => known === query.language) ?? 'en'
  response.status(200).set({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="personal-data.json"',
    'cache-control': 'private, no-store',
  })
  await pipeline(Readable.from(personalFile(database.run, person, language)), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
