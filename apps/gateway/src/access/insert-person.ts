import type { RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'

/** Somebody who gets an account. */
export interface NewPerson {
  readonly displayName: string
  readonly email: string
  readonly administrator: boolean
  /** Null: none yet; a link sets it. */
  readonly passwordHash: string | null
}

/** Makes an account; answers its id. */
export async function insertPerson(run: RunSql, { displayName, email, administrator, passwordHash }: NewPerson): Promise<string> {
  const id = uuidv7()
  await run(
    'INSERT INTO app_user (id, version, display_name, email, administrator, password_hash, created_at, updated_at) VALUES ($1, 1, $2, $3, $4, $5, moment_of_write(), moment_of_write())',
    [id, displayName, email, administrator, passwordHash],
  )
  return id
}
