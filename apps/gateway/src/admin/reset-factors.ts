import { dropFactors, FACTORS_REMOVED_MAIL } from '../access/index.js'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import { withDatabase } from '../database/with-database.js'
import { queueMail } from '../jobs/outbox.js'
import { normalEmail } from '../kernel/normal-email.js'
import { logEvent } from '../request/security-log.js'
import type { Command } from './command.js'
import { personOf } from './find-person.js'

/** Takes the second factors of somebody away who lost them. */
export const resetFactors: Command = {
  takes: 'EMAIL',
  does: 'removes the second factors and recovery codes of a person who lost them, and tells them by mail',
  run: (config, [email = '']) => withDatabase(config, (database) => reset(database, config, normalEmail(email))),
}

async function reset(database: Database, { SMTP_URL }: Config, email: string): Promise<void> {
  const person = await personOf(database, email)
  const gone = await database.write(null, async (run) => {
    const many = await dropFactors(run, person)
    if (SMTP_URL && many > 0) await queueMail(run, { kind: FACTORS_REMOVED_MAIL, to: person, request: null })
    if (many > 0) await logEvent(run, null, { kind: 'FACTOR_REMOVED', user: person })
    return many
  })
  console.log(`Second factors of ${email} that were removed: ${gone}.`)
}
