import { allRecords } from '@clusterpolisee/schema'
import type pg from 'pg'
import type { Draw } from './draw.js'
import { randomRow, untouched } from './random-rows.js'
import type { World } from './world.js'

/** Nothing moves to another project, and what a row is reached by stays. */
const kept = new Set(['id', 'version', 'project_id', 'archived_at'])

/** Changes rows of every audited record by somebody, so that the audit tells of them; what a constraint refuses is left as it was. */
export async function changeRandomly(client: pg.Client, world: World, draw: Draw, perRecord: number): Promise<void> {
  const ids = new Map(allRecords().map(({ name }) => [name, world.of(name).map((row) => row.id)]))
  for (const record of allRecords().filter(({ name, audited }) => audited && !untouched.has(name))) {
    for (let count = 0; count < perRecord; count += 1) {
      const id = draw.pick(ids.get(record.name) ?? [])
      const row = randomRow(record, draw, ids)
      const columns = row
        ? draw.some(
            Object.keys(row).filter((column) => !kept.has(column)),
            3,
          )
        : []
      if (!row || columns.length === 0) continue
      const sets = columns.map((column) => `${column} = n.${column}`).join(', ')
      const text = `UPDATE ${record.table} t SET ${sets} FROM jsonb_populate_record(NULL::${record.table}, $1) n WHERE t.id = $2`
      await inNameOf(client, draw.pick(ids.get('User') ?? []), text, [JSON.stringify(row), id])
    }
  }
  // Some as they were written before the audit kept how rows were.
  await client.query(`UPDATE audit_entry SET judged_before = NULL, judged_after = NULL WHERE left(md5(id::text), 1) IN ('0', '1', '2')`)
}

/** Publishes the demonstration, where what only its own read becomes public, and what was public theirs; both are rewritten before and after. */
export async function flipAudiences(client: pg.Client): Promise<void> {
  await client.query('UPDATE project SET published = true WHERE demonstration')
  for (const table of ['pilot', 'event']) {
    const which = `WHERE project_id = (SELECT id FROM project WHERE demonstration ORDER BY id LIMIT 1)`
    await client.query(`UPDATE ${table} SET title = 'kept ' || title ${which}`)
    await client.query(`UPDATE ${table} SET audience = CASE audience WHEN 'OWN' THEN 'PUBLIC' ELSE 'OWN' END ${which} AND audience <> 'PROJECT'`)
    await client.query(`UPDATE ${table} SET title = 'shown ' || title ${which}`)
  }
}

async function inNameOf(client: pg.Client, user: string | undefined, text: string, values: readonly unknown[]): Promise<void> {
  await client.query("SELECT set_config('app.user_id', $1, false)", [user ?? ''])
  await client.query(text, [...values]).catch(() => undefined)
  await client.query("SELECT set_config('app.user_id', '', false)")
}
