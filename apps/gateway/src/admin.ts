import { parseArgs } from 'node:util'
import { personId, recordMeta, samplePeople, User } from '@clusterpolisee/schema'
import { insertPerson, makeResetSecret, resetLink } from './access/index.js'
import { type Config, mayHaveSamples, readConfig } from './config.js'
import type { Database } from './database/database.js'
import { withDatabase } from './database/with-database.js'
import { normalEmail } from './kernel/normal-email.js'
import { StartError } from './kernel/start-error.js'
import { publicUrlOf } from './request/request-context.js'
import { givenValues } from './write/check-given.js'

const USAGE = `npm run admin -- COMMAND, with the same settings as the gateway, whether it runs or not:
  make EMAIL [NAME]  makes an administrator, of an account or anew; prints a link that sets the password of a new one
  reset EMAIL        prints a link, good for a day, by which the person sets a new password
  list               the accounts, who is an administrator, and when each was last here
  check              looks whether people can come in, and says what is in the way`

type Command = (database: Database, config: Config, email: string, name: string | undefined) => Promise<void>

const commands: Readonly<Record<string, Command>> = { make, reset, list, check }

/** `npm run admin`: what is done to an installation from outside, by whoever has its database. */
async function administer(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } })
  const [name = '', email = '', ...words] = positionals
  if (values.help) return console.log(USAGE)
  const command = commands[name]
  if (!command || ((name === 'make' || name === 'reset') && !email)) throw new StartError(USAGE)
  const config = readConfig(process.env)
  await withDatabase(config, (database) => command(database, config, normalEmail(email), words.join(' ') || undefined))
}

async function make(database: Database, config: Config, email: string, name: string | undefined): Promise<void> {
  const known = await find(database, email)
  if (known) {
    await database.write(null, (run) =>
      run('UPDATE app_user SET administrator = true, version = version + 1, updated_at = moment_of_write() WHERE id = $1', [known]),
    )
    return console.log(`${email} is an administrator now.`)
  }
  const { faults } = givenValues(recordMeta(User), { email, displayName: name ?? email })
  if (faults.length > 0) throw new StartError(faults.map(({ message }) => message).join(' '))
  await database.write(null, (run) => insertPerson(run, { displayName: name ?? email, email, administrator: true, passwordHash: null }))
  await reset(database, config, email)
}

async function reset(database: Database, config: Config, email: string): Promise<void> {
  const known = await find(database, email)
  if (!known) throw new StartError(`There is no account ${email}.`)
  const secret = await database.write(null, (run) => makeResetSecret(run, known))
  console.log(`Within a day, this link sets the password of ${email}:\n  ${resetLink(publicUrlOf(config, config.PORT), secret)}`)
}

async function find(database: Database, email: string): Promise<string | null> {
  const [person] = await database.run('SELECT id FROM app_user WHERE email = $1 AND archived_at IS NULL', [email])
  return person ? String(person.id) : null
}

async function list(database: Database): Promise<void> {
  const people = await database.run(`SELECT u.email, u.display_name, u.administrator, to_char(max(s.seen_at), 'YYYY-MM-DD') AS seen
    FROM app_user u LEFT JOIN session s ON s.user_id = u.id WHERE u.archived_at IS NULL GROUP BY u.id ORDER BY u.email`)
  for (const { email, display_name, administrator, seen } of people) {
    console.log([email, display_name, ...(administrator ? ['administrator'] : []), seen ? `last here ${seen}` : 'never here'].join(', '))
  }
}

async function check(database: Database, config: Config): Promise<void> {
  const [found] = await database.run(
    `SELECT count(*) FILTER (WHERE administrator AND password_hash IS NOT NULL)::int AS administrators, count(*) FILTER (WHERE id = ANY ($1))::int AS samples
     FROM app_user WHERE archived_at IS NULL`,
    [samplePeople.map(({ key }) => personId(key))],
  )
  const { administrators, samples } = found as { administrators: number; samples: number }
  console.log(`Links lead to ${publicUrlOf(config, config.PORT)}. Mail is ${config.SMTP_URL ? 'set up' : 'not set up: links are shown to whoever makes them'}.`)
  console.log(`Administrators who can sign in: ${administrators}. Sample accounts: ${samples}${mayHaveSamples(config) ? '' : ', which do not work here'}.`)
  const faults = [
    ...(administrators === 0 ? ['No administrator can sign in. Make one: npm run admin -- make EMAIL'] : []),
    ...(samples > 0 && config.SAMPLE_ACCOUNTS === 'anywhere'
      ? ['Anybody may sign in to the sample accounts with the password that was printed (SAMPLE_ACCOUNTS).']
      : []),
  ]
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}

await administer().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
