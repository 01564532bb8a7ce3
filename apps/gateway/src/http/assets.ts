import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const A_YEAR = { immutable: true, maxAge: '1y', fallthrough: false } as const

/** Kinds of files that the build packs, each beside itself as `<name>.br`. */
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }

/** The built dashboard's scripts, styles and fonts: packed, where they are and the browser unpacks brotli. */
export function assets(folder: string): Router {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : [])
  const sendPacked: RequestHandler = (request, response, next) => {
    const name = request.path.slice(1)
    const type = types[extname(name)]
    if (!type || !names.has(`${name}.br`)) return next()
    response.vary('accept-encoding')
    if (!request.acceptsEncodings('br')) return next()
    response.set({ 'content-type': type, 'content-encoding': 'br' })
    response.sendFile(join(folder, `${name}.br`), { immutable: true, maxAge: '1y' })
  }
  return Router().get('/{*path}', sendPacked).use(express.static(folder, A_YEAR))
}
