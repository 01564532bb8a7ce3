import { existsSync } from 'node:fs'
import { StartError } from '../kernel/start-error.js'
import { packBackup } from './pack-backup.js'
import { notingFrames, type Progress } from './progress.js'
import { openSnapshot } from './snapshot.js'

/** What a backup is made of. */
export interface BackupWishes {
  /** The database, as its owner. */
  readonly url: string
  /** A file that is not there yet. */
  readonly path: string
  /** Null: it is not encrypted. */
  readonly secret: Buffer | null
  readonly progress: Progress
}

/** What was made. */
export interface Written {
  readonly rows: number
  readonly bytes: number
  readonly tables: number
  readonly foreign: readonly string[]
}

/** Writes all tables as they are at one moment into a new file. */
export async function writeBackup({ url, path, secret, progress }: BackupWishes): Promise<Written> {
  if (existsSync(path)) throw new StartError(`${path} is there already. Name a new file.`)
  const snapshot = await openSnapshot(url)
  try {
    const noted = notingFrames(snapshot.frames(), progress)
    const bytes = await packBackup(noted.frames, path, secret)
    return { rows: noted.rows(), bytes, tables: snapshot.manifest.tables.length, foreign: snapshot.foreign }
  } finally {
    await snapshot.end()
  }
}
