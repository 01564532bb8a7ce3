import { parseArgs } from 'node:util'
import { wordsNeeded } from './admin/command.js'
import { commands, usage } from './admin/commands.js'
import { readConfig } from './config.js'
import { StartError } from './kernel/start-error.js'

/** `npm run admin`: what is done to an installation from outside, by whoever has its database. */
async function administer(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } })
  const [name = '', ...words] = positionals
  if (values.help) return console.log(usage())
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || words.length < wordsNeeded(command)) throw new StartError(usage())
  await command.run(readConfig(process.env), words)
}

await administer().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
