import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FieldNode, parse, visit } from 'graphql'
import { cutLists } from './cut-lists'

/** Of these the newest few are meant, and lists of their own have all. */
const NEWEST_FEW = ['revisions', 'transitions', 'securityLog', 'history', 'auditTrail']

const list = (count: number, pageInfo: object) => ({ nodes: Array.from({ length: count }, (_, id) => ({ id })), pageInfo })

it('a list that goes on and is not asked further is cut short, wherever it stands', () => {
  const pilots = { nodes: [{ risks: list(2, { hasNextPage: false }) }, { risks: list(50, { hasNextPage: true }) }], pageInfo: { hasNextPage: false } }
  expect(cutLists({ project: { pilots }, partners: list(500, { hasNextPage: true }) })).toEqual([
    { name: 'risks', shown: 50 },
    { name: 'partners', shown: 500 },
  ])
})

it('one that is whole is not, nor one that is asked further by its cursor, nor nothing', () => {
  const answer = { pilots: list(3, { hasNextPage: false }), scores: list(500, { hasNextPage: true, endCursor: 'x' }), project: null }
  expect([cutLists(answer), cutLists(undefined)]).toEqual([[], []])
})

/** Fields with at most so many rows, in the documents of all rooms. */
function listsAsked(): { file: string; field: FieldNode }[] {
  const source = join(import.meta.dirname, '..')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql.ts'))
  const found: { file: string; field: FieldNode }[] = []
  for (const file of files) {
    for (const [, text = ''] of readFileSync(join(source, file), 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)) {
      visit(parse(text), {
        Field(field) {
          if (field.arguments?.some(({ name }) => name.value === 'first')) found.push({ file, field })
        },
      })
    }
  }
  return found
}

it('every list that a document asks for says whether it goes on, counts its rows, or is meant to be the newest or the first', () => {
  const asked = listsAsked()
  expect(asked.length).toBeGreaterThan(70)
  const silent = asked.filter(({ field }) => {
    const selected = field.selectionSet?.selections.map((selection) => ('name' in selection ? selection.name.value : '')) ?? []
    const given = Object.fromEntries(field.arguments?.map(({ name, value }) => [name.value, 'value' in value ? value.value : value]) ?? [])
    const isMeant = given.first === '1' || 'orderBy' in given || NEWEST_FEW.includes(field.name.value)
    return !isMeant && !selected.includes('pageInfo') && !selected.includes('totalCount')
  })
  expect(silent.map(({ file, field }) => `${file}: ${field.name.value}`)).toEqual([])
})
