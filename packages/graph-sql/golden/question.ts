import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, parse } from 'graphql'
import type { Viewer } from '../src/model.js'
import { viewers } from './library.js'

/** A document of this folder, with who asks it and its variables. */
export interface Question {
  readonly name: string
  readonly text: string
  readonly document: DocumentNode
  readonly viewer: Viewer
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

const folder = import.meta.dirname

/** Every document; its first lines say `#> viewer: librarian`, `#> variables: {…}` and `#> operation: name`. */
export function readQuestions(): Question[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'))
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const said = (what: string) => new RegExp(`^#> ${what}: (.*)$`, 'm').exec(text)?.[1]
    const viewer = viewers[said('viewer') ?? 'reader']
    if (!viewer) throw new Error(`${file}: there is no such viewer`)
    const operationName = said('operation')
    const question = { name: file.replace('.graphql', ''), text, document: parse(text), viewer, variables: JSON.parse(said('variables') ?? '{}') }
    return operationName ? { ...question, operationName } : question
  })
}
