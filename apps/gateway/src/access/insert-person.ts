import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { actAs } from '../database/database.js'

/** Somebody who gets an account. */
export interface NewPerson {
  readonly displayName: string
  readonly email: string
  readonly administrator: boolean
  /** Null: none yet; a link sets it. */
  readonly passwordHash: string | null
  /** True: the person makes it, by a link; else whoever writes. */
  readonly byOneself: boolean
}

/** Makes an account; answers its id. */
export async function insertPerson(run: RunSql, { displayName, email, administrator, passwordHash, byOneself }: NewPerson): Promise<string> {
  const id = uuidv7()
  if (byOneself) await actAs(run, id)
  await run(
    'INSERT INTO app_user (id, version, display_name, email, administrator, password_hash, created_at, updated_at) VALUES ($1, 1, $2, $3, $4, $5, moment_of_write(), moment_of_write())',
    [id, displayName, email, administrator, passwordHash],
  )
  return id
}
