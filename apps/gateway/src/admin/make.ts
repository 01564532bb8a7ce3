import { recordMeta, User } from '@clusterpolisee/schema'
import { insertPerson } from '../access/index.js'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import { withDatabase } from '../database/with-database.js'
import { normalEmail } from '../kernel/normal-email.js'
import { StartError } from '../kernel/start-error.js'
import { givenValues } from '../write/check-given.js'
import type { Command } from './command.js'
import { findPerson } from './find-person.js'
import { printResetLink } from './print-reset-link.js'

/** Makes an administrator. */
export const make: Command = {
  takes: 'EMAIL [NAME]',
  does: 'makes an administrator, of an account or anew; prints a link that sets the password of a new one',
  async run(config, [email = '', ...name]) {
    await withDatabase(config, (database) => makeAdministrator(database, config, normalEmail(email), name.join(' ') || email))
  },
}

async function makeAdministrator(database: Database, config: Config, email: string, displayName: string): Promise<void> {
  const known = await findPerson(database, email)
  if (known) {
    await database.write(null, (run) =>
      run('UPDATE app_user SET administrator = true, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [known]),
    )
    return console.log(`${email} is an administrator now.`)
  }
  const { faults } = givenValues(recordMeta(User), { email, displayName })
  if (faults.length > 0) throw new StartError(faults.map(({ message }) => message).join(' '))
  const person = await database.write(null, (run) => insertPerson(run, { displayName, email, administrator: true, passwordHash: null, byOneself: false }))
  await printResetLink(database, config, person, email)
}
