import { makeResetSecret, resetLink } from '../access/index.js'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import { publicUrlOf } from '../request/request-context.js'
import { logEvent } from '../request/security-log.js'

/** Makes and prints the link by which a person sets a password. */
export async function printResetLink(database: Database, config: Config, person: string, email: string): Promise<void> {
  const secret = await database.write(null, async (run) => {
    await logEvent(run, null, { kind: 'RESET_LINK_TAKEN', user: person })
    return makeResetSecret(run, person)
  })
  console.log(`Within a day, this link sets the password of ${email}:\n  ${resetLink(publicUrlOf(config, config.PORT), secret)}`)
}
