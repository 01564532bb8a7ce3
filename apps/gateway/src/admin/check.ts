import { personId, samplePeople } from '@clusterpolisee/schema'
import { type Config, mayHaveSamples } from '../config.js'
import type { Database } from '../database/database.js'
import { withDatabase } from '../database/with-database.js'
import { publicUrlOf } from '../request/request-context.js'
import type { Command } from './command.js'

/** Looks what keeps people out; ends with 1 when something does. */
export const check: Command = {
  takes: '',
  does: 'looks whether people can come in, and says what is in the way',
  run: (config) => withDatabase(config, (database) => printCheck(database, config)),
}

interface Found {
  readonly administrators: number
  readonly samples: number
}

async function printCheck(database: Database, config: Config): Promise<void> {
  const found = await countAccounts(database)
  console.log(`Links lead to ${publicUrlOf(config, config.PORT)}. Mail is ${config.SMTP_URL ? 'set up' : 'not set up: links are shown to whoever makes them'}.`)
  console.log(
    `Administrators who can sign in: ${found.administrators}. Sample accounts: ${found.samples}${mayHaveSamples(config) ? '' : ', which do not work here'}.`,
  )
  const faults = faultsOf(found, config)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}

async function countAccounts(database: Database): Promise<Found> {
  const [found] = await database.run(
    `SELECT count(*) FILTER (WHERE administrator AND password_hash IS NOT NULL)::int AS administrators, count(*) FILTER (WHERE id = ANY ($1))::int AS samples
     FROM app_user WHERE archived_at IS NULL`,
    [samplePeople.map(({ key }) => personId(key))],
  )
  return { administrators: Number(found?.administrators), samples: Number(found?.samples) }
}

const faultsOf = ({ administrators, samples }: Found, config: Config): string[] => [
  ...(administrators === 0 ? ['No administrator can sign in. Make one: npm run admin -- make EMAIL'] : []),
  ...(samples > 0 && config.SAMPLE_ACCOUNTS === 'anywhere'
    ? ['Anybody may sign in to the sample accounts with the password that was printed (SAMPLE_ACCOUNTS).']
    : []),
]
