import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RunSql } from '@clusterpolisee/schema'
import type { Config } from '../config.js'
import { logKeyFile } from './log-key.js'

/**
 * Who was erased, by the account's id and nothing else, and on which day: one line each, in a file beside the log's key, outside the database.
 * A database that is put back from before an erasure learns from it whom to erase again.
 */
export class ErasedList {
  private readonly file: string

  constructor(config: Pick<Config, 'LOG_KEY_FILE' | 'DATA_DIR'>) {
    this.file = join(dirname(logKeyFile(config)), 'erased-people.txt')
  }

  /** Ids of accounts. */
  read(): string[] {
    if (!existsSync(this.file)) return []
    return [...readFileSync(this.file, 'utf8').matchAll(/^\d{4}-\d{2}-\d{2} ([0-9a-f-]{36})$/gm)].map(([, id]) => String(id))
  }

  /** Adds whom the database knows as erased and the list does not: another gateway may have done it. */
  async complete(run: RunSql): Promise<void> {
    const known = new Set(this.read())
    const erased = await run(
      `SELECT id, to_char(timezone('UTC', erased_at), 'YYYY-MM-DD') AS day FROM app_user WHERE erased_at IS NOT NULL ORDER BY erased_at`,
      [],
    )
    const lines = erased.filter(({ id }) => !known.has(String(id))).map(({ id, day }) => `${day} ${id}\n`)
    if (lines.length === 0) return
    mkdirSync(dirname(this.file), { recursive: true })
    appendFileSync(this.file, lines.join(''), { mode: 0o600 })
  }
}
