import { withDatabase } from '../database/with-database.js'
import { normalEmail } from '../kernel/normal-email.js'
import type { Command } from './command.js'
import { personOf } from './find-person.js'
import { printResetLink } from './print-reset-link.js'

/** Prints a link for a new password. */
export const reset: Command = {
  takes: 'EMAIL',
  does: 'prints a link, good for a day, by which the person sets a new password',
  async run(config, [given = '']) {
    const email = normalEmail(given)
    await withDatabase(config, async (database) => {
      const person = await personOf(database, email)
      await printResetLink(database, config, person, email)
    })
  },
}
