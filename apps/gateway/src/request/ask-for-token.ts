import type { ErrorRequestHandler } from 'express'
import { refusalOf } from '../kernel/told-error.js'

/** Spreadsheets and calendars ask their person for the token when they are told that it is a password. */
export const askForToken: ErrorRequestHandler = (error, _request, response, next) => {
  if (refusalOf(error)?.extensions.code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Basic realm="ClusterPoliSEE", charset="UTF-8"')
  next(error)
}
