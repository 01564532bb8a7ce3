import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataDirectory } from '@clusterpolisee/gateway'
import pg from 'pg'

/** A connection of its own to the embedded database of a running product, as its owner. */
export const connectEmbedded = (folder: string): Promise<pg.Client> => connectAs('postgres', new DataDirectory(folder).secret('postgres-password'), folder)

/** As the role of the product's requests. */
export const connectApplication = (folder: string): Promise<pg.Client> =>
  connectAs('clusterpolisee', new DataDirectory(folder).secret('application-password'), folder)

async function connectAs(role: string, password: string, folder: string): Promise<pg.Client> {
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const client = new pg.Client(`postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/clusterpolisee`)
  // The product may stop before.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
