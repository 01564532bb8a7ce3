import { readConfig } from './config.js'
import { type Gateway, startGateway } from './gateway.js'
import { StartError } from './kernel/start-error.js'

function greet({ url, accounts, firstLink }: Gateway): void {
  console.log(`ClusterPoliSEE is at ${url} (GraphQL at ${url}/graphql). Stop it with Ctrl-C.`)
  if (firstLink) console.log(`Nobody can sign in yet. Within a day, this link makes you the first administrator:\n  ${firstLink}`)
  const [first] = accounts
  if (!first) return
  console.log(`Sign in with one of these and the password ${first.password}`)
  console.log(`  ${accounts.map((account) => account.email).join('\n  ')}`)
}

/** Ends the process when it is asked to, with what is under way answered; also while it still starts. */
function stopOn(starting: Promise<Gateway>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await starting.then((gateway) => gateway.stop())
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

try {
  const starting = startGateway(readConfig(process.env))
  stopOn(starting)
  greet(await starting)
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}
