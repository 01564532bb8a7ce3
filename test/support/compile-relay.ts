import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ConcreteRequest } from 'relay-runtime'

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js')

/** Compiles a module with `graphql` tags against the contract, in an empty folder; throws with what the compiler has against it. */
export function compileRelay(folder: string, module: string, text: string): void {
  for (const name of ['src', 'made']) mkdirSync(join(folder, name))
  copyFileSync('packages/contract/schema.graphql', join(folder, 'schema.graphql'))
  const settings = { src: './src', schema: './schema.graphql', language: 'javascript', artifactDirectory: './made', eagerEsModules: true }
  const files = { 'package.json': '{"type":"module"}', 'relay.config.json': JSON.stringify(settings), [`src/${module}.js`]: text }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  execFileSync(process.execPath, [compiler, 'relay.config.json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}

/** What the compiler made of an operation. */
export async function compiled(folder: string, operation: string): Promise<ConcreteRequest> {
  const made = await import(join(folder, 'made', `${operation}.graphql.js`))
  return made.default
}
