import pg from 'pg'
import { unreachable } from '../database/data-source.js'
import { StartError } from '../kernel/start-error.js'

/** A StartError where somebody has an account, or a project is, or a gateway works. */
export async function demandEmpty(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect().catch((error) => {
    throw unreachable(error, url)
  })
  try {
    const { rows } = await client.query<{ gateways: number; tables: boolean }>(
      `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'clusterpolisee%') AS gateways,
         to_regclass('public.app_user') IS NOT NULL AND to_regclass('public.project') IS NOT NULL AS tables`,
    )
    if (rows[0]?.gateways) throw new StartError('A gateway works on this database. Stop it first.')
    if (rows[0]?.tables && (await hasRows(client)))
      throw new StartError('This installation is not empty. Restore into a new folder (DATA_DIR) or a new database.')
  } finally {
    await client.end()
  }
}

async function hasRows(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT EXISTS (SELECT 1 FROM app_user) OR EXISTS (SELECT 1 FROM project) AS there')
  return rows[0]?.there ?? false
}
