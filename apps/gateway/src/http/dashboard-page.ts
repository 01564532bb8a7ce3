import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { RequestHandler } from 'express'
import type { Config } from '../config.js'

type Product = Pick<Config, 'APP_NAME' | 'LOGO_FILE'>

/** A text as it stands in HTML, in an attribute too. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The page of the dashboard, with the name and the logo of this installation: the scripts read them there. */
export function withProduct(page: string, { APP_NAME, LOGO_FILE }: Product): string {
  const name = escaped(APP_NAME)
  const named = page.replace(/<title>[^<]*<\/title>/, () => `<title>${name}</title><meta name="application-name" content="${name}">`)
  return LOGO_FILE ? named.replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="/logo">') : named
}

/** Answers the dashboard to whoever asks for a page, where it is built. */
export function dashboardPage(path: string, product: Product): RequestHandler {
  return async (request, response, next) => {
    if (!request.accepts('html') || !existsSync(path)) return next()
    response
      .set('cache-control', 'no-cache')
      .type('html')
      .send(withProduct(await readFile(path, 'utf8'), product))
  }
}

/** Answers the logo of this installation, where it has one of its own. */
export function logo({ LOGO_FILE }: Product): RequestHandler {
  return (_, response, next) => (LOGO_FILE ? response.set('cache-control', 'no-cache').sendFile(resolve(LOGO_FILE), { dotfiles: 'allow' }) : next())
}
