import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const made = new Set(['node_modules', '.git', 'dist', '.data', '.turbo', '.types', '.bench', 'output'])

/** A copy of the sources, so that a test can change them; what is installed is borrowed. Answers its folder. */
export function copyOfTheHouse(): string {
  const copy = mkdtempSync(join(tmpdir(), 'clusterpolisee-house-'))
  cpSync('.', copy, { recursive: true, filter: (path) => !made.has(basename(path)) })
  for (const folder of ['.', ...inside('apps'), ...inside('packages')]) borrow(folder, copy)
  return copy
}

const inside = (folder: string) => readdirSync(folder).map((name) => join(folder, name))

/** Our own packages are the copy's, and all others those that are installed. */
function borrow(folder: string, copy: string): void {
  const installed = join(folder, 'node_modules')
  for (const name of list(installed)) {
    const place = join(copy, installed, name)
    mkdirSync(join(copy, installed), { recursive: true })
    if (name !== '@clusterpolisee') symlinkSync(resolve(installed, name), place)
    else cpSync(join(installed, name), place, { recursive: true, verbatimSymlinks: true })
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
