import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(test|graphql|generated)\.tsx?$/.test(file),
)

/** A text that begins as a document does, or one that is handed on as if it were typed. */
const untyped = /['"`]\s*((query|mutation|subscription)\b[^'"`]*|fragment \w+ on )[({]|\bas (unknown as )?Document\b/

describe('documents', () => {
  it('stand in files of their own, beside the screens that show them', () => {
    expect(sources.length).toBeGreaterThan(100)
    const others = sources.filter((file) => untyped.test(readFileSync(join(root, file), 'utf8')))
    expect(others).toEqual(['api/record-documents.ts'])
  })
})
