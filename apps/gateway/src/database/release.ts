import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which release this gateway is, as `0.1.0`. */
export const release = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version
