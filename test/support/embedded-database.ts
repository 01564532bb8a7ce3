import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataDirectory } from '@clusterpolisee/gateway'
import pg from 'pg'

/** A connection of its own to the embedded database of a running product. */
export async function connectEmbedded(folder: string): Promise<pg.Client> {
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = new DataDirectory(folder).secret('postgres-password')
  const client = new pg.Client(`postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/clusterpolisee`)
  // The product may stop before.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
