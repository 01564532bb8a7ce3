// Which faults there are to be made: of the built files, since tests run on them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeMutations } from './code-mutations.mjs'
import { sqlMutations } from './sql-mutations.mjs'

const rooms = '(access|partnership|workplan|pilots|evaluation|benchmark|collaboration|foresight|reporting|events)'
const scopes = [
  /^apps\/gateway\/dist\/(write|kernel|request)\/.*\.js$/,
  /^apps\/gateway\/dist\/read\/(readable-scope|statement-row)\.js$/,
  new RegExp(`^apps/gateway/dist/${rooms}/.*\\.js$`),
  /^packages\/schema\/dist\/model\/.*\.js$/,
  new RegExp(`^packages/schema/dist/${rooms}/.*\\.(js|sql)$`),
]
const folders = ['apps/gateway/dist', 'packages/schema/dist']
const leftOut = /(\.test\.js|\/labels\/|\/index\.js|-thread\.js)$/

/** The built files in which faults are made. */
export function mutatedFiles(root) {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => scopes.some((scope) => scope.test(file)) && !leftOut.test(file))
    .sort()
}

/** Every fault there is, with its file. `only`: in files whose path holds this text. */
export function allMutants(root, only = '') {
  return mutatedFiles(root)
    .filter((file) => file.includes(only))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const found = file.endsWith('.sql') ? sqlMutations(text) : codeMutations(text)
      return found.map((fault) => ({ file, folder: folderOf(file), ...fault }))
    })
}

/** Under which folder a file is counted. */
function folderOf(file) {
  const [, room = ''] = /dist\/([^/]+)/.exec(file) ?? []
  if (file.endsWith('.sql')) return `schema/${room} (SQL)`
  return `${file.startsWith('apps/') ? 'gateway' : 'schema'}/${room}`
}
