import { readConfig } from './config.js'
import { type Gateway, startGateway } from './gateway.js'
import { StartError } from './kernel/start-error.js'

function greet({ url, accounts }: Gateway): void {
  console.log(`ClusterPoliSEE is at ${url} (GraphQL at ${url}/graphql). Stop it with Ctrl-C.`)
  const [first] = accounts
  if (!first) return
  console.log(`Sign in with one of these and the password ${first.password}`)
  console.log(`  ${accounts.map((account) => account.email).join('\n  ')}`)
}

function stopOn(gateway: Gateway): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void gateway.stop().then(() => process.exit(0))
    })
  }
}

try {
  const gateway = await startGateway(readConfig(process.env))
  stopOn(gateway)
  greet(gateway)
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}
