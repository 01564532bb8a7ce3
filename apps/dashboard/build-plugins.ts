import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Lets the page ask its first questions while the dashboard is still on its way, and fetches home with it. Their script waits for no other.
 */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const addressOf = (wanted: string) =>
          Object.values(bundle ?? {}).flatMap(({ name, type, fileName }) => (type === 'chunk' && name === wanted ? [`/${fileName}`] : []))
        return [
          ...addressOf('first-questions').map((src) => ({ tag: 'script', attrs: { type: 'module', async: true, src }, injectTo: 'head' as const })),
          ...addressOf('home').map((href) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' as const })),
        ]
      },
    },
  }
}

/** Bytes below which packing saves nothing. */
const LEAST = 1000

/** Packs scripts and styles once, as small as they get, for browsers that unpack brotli. */
export function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets')
      for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
        const content = readFileSync(join(assets, name))
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
        if (content.length > LEAST) writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, { params }))
      }
    },
  }
}
