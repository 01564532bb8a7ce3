import type { ErrorRequestHandler } from 'express'
import { refusalOf } from '../kernel/told-error.js'

/**
 * Spreadsheets and calendars ask their person for the token, by the product's name, when they are told that it is a password. A header
 * holds plain letters only: what else is in the name stands there as in an address.
 */
export function askForToken(name: string): ErrorRequestHandler {
  const realm = name.replace(/[^ -~]|["\\]/gu, encodeURIComponent)
  return (error, _request, response, next) => {
    if (refusalOf(error)?.extensions.code === 'UNAUTHENTICATED') response.set('www-authenticate', `Basic realm="${realm}", charset="UTF-8"`)
    next(error)
  }
}
