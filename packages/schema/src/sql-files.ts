import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { triggerFile } from './audit-triggers.js'
import { erasureFile } from './erasure-file.js'
import { retentionFile } from './retention-file.js'
import { rooms } from './rooms.js'

export interface SqlFile {
  /** `room/file.sql`. */
  readonly name: string
  readonly sql: string
}

/** Those of the rooms' folders. */
const written: readonly SqlFile[] = rooms.flatMap((room) =>
  readdirSync(join(import.meta.dirname, room))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: `${room}/${file}`, sql: readFileSync(join(import.meta.dirname, room, file), 'utf8') })),
)

/** Functions, views and triggers of all rooms, in the order in which they are applied. */
export const sqlFiles = (): readonly SqlFile[] => [...written, triggerFile(), erasureFile(), retentionFile()]
