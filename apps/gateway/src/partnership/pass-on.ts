import { allRecords, type RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'

/** Gives a partner's seats and its open work to its successor, from the successor's first day on. What is done stays where it was. */
export async function passOn(run: RunSql, former: string, successor: string, from: string): Promise<void> {
  await passSeats(run, former, successor, from)
  for (const { table, fields } of allRecords()) {
    for (const { column, passesOn } of fields) {
      if (!passesOn) continue
      await run(
        `UPDATE ${table} t SET ${column} = $2, version = version + 1, updated_at = moment_of_write()
         WHERE t.${column} = $1 AND t.archived_at IS NULL AND ${passesOn('t')}`,
        [former, successor],
      )
    }
  }
}

/** Seats that are measured now end, and go on as seats of the successor. */
async function passSeats(run: RunSql, former: string, successor: string, from: string): Promise<void> {
  const seats = await run(
    'UPDATE contributor SET until = $2, version = version + 1, updated_at = moment_of_write() WHERE partner_id = $1 AND until IS NULL AND archived_at IS NULL RETURNING id',
    [former, from],
  )
  if (seats.length === 0) return
  await run(
    `INSERT INTO contributor (id, version, project_id, indicator_id, partner_id, since, continues_id, created_at, updated_at)
     SELECT n.id, 1, c.project_id, c.indicator_id, $3, $4, c.id, moment_of_write(), moment_of_write() FROM unnest($1::uuid[], $2::uuid[]) n (id, seat) JOIN contributor c ON c.id = n.seat`,
    [seats.map(() => uuidv7()), seats.map((seat) => seat.id), successor, from],
  )
}
