import { LINK_PRINTED_MAIL } from '../access/index.js'
import { withDatabase } from '../database/with-database.js'
import { queueMail } from '../jobs/outbox.js'
import { normalEmail } from '../kernel/normal-email.js'
import type { Command } from './command.js'
import { personOf } from './find-person.js'
import { printResetLink } from './print-reset-link.js'

/** Prints a link for a new password. The person hears of it when the gateway runs. */
export const reset: Command = {
  takes: 'EMAIL',
  does: 'prints a link, good for a day, by which the person sets a new password, and tells them by mail',
  async run(config, [given = '']) {
    const email = normalEmail(given)
    await withDatabase(config, async (database) => {
      const person = await personOf(database, email)
      if (config.SMTP_URL) await queueMail(database.run, { kind: LINK_PRINTED_MAIL, to: person, request: null })
      await printResetLink(database, config, person, email)
    })
  },
}
