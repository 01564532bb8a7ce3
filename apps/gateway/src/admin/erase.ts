import { deedOf, type RunSql, recordMeta, User } from '@clusterpolisee/schema'
import { erasePerson, findMentions, type Mention } from '../access/index.js'
import type { Config } from '../config.js'
import type { Database } from '../database/database.js'
import { withDatabase } from '../database/with-database.js'
import { normalEmail } from '../kernel/normal-email.js'
import { StartError } from '../kernel/start-error.js'
import { ErasedList } from '../sealing/erased-list.js'
import { checkConditions } from '../write/check-conditions.js'
import type { Command } from './command.js'

/** Erases a person. */
export const erase: Command = {
  takes: 'EMAIL',
  does: 'erases a person for good: what they did stays, by nobody’s name; says where texts still name them',
  run: (config, [email = '']) => withDatabase(config, (database) => eraseAccounts(database, config, normalEmail(email))),
}

/** Accounts that were closed before are the person's too. */
async function eraseAccounts(database: Database, config: Config, email: string): Promise<void> {
  const accounts = await database.run('SELECT id FROM app_user WHERE email = $1 AND erased_at IS NULL', [email])
  if (accounts.length === 0) throw new StartError(`There is no account ${email}.`)
  const [account] = accounts
  const mentions = await findMentions(database.run, String(account?.id))
  await database.write(null, async (run) => {
    for (const { id } of accounts) await eraseAccount(run, String(id))
  })
  await new ErasedList(config).complete(database.run)
  console.log(`${email} is erased.`)
  for (const mention of mentions) console.log(sentenceOf(mention))
}

async function eraseAccount(run: RunSql, id: string): Promise<void> {
  await checkConditions(run, recordMeta(User), id, deedOf(recordMeta(User), 'erase').when ?? [])
  await erasePerson(run, id)
}

const sentenceOf = ({ recordType, recordId, project }: Mention): string =>
  `A text still names the person: ${recordType} ${recordId}${project ? ` of ${project}` : ''}`
