import { speak } from '../testing/page'
import { allNodes, type Page } from './all-nodes'
import type { Document } from './document'

type Numbers = Page<number>

const document = 'query Numbers($after: String) { numbers(after: $after) { nodes } }' as Document<
  { readonly numbers: Numbers },
  { readonly after?: string | null }
>

let asked: unknown[] = []

/** A gateway that has these pages, each under the cursor that leads to it. */
function has(pages: Readonly<Record<string, Numbers>>): void {
  asked = []
  Object.assign(globalThis, {
    window: { dispatchEvent: () => true },
    fetch: async (_: string, { body }: { body: string }) => {
      const { after } = JSON.parse(body).variables
      asked.push(after)
      return { json: async () => ({ data: { numbers: pages[after ?? 'start'] } }) }
    },
  })
}

const page = (nodes: readonly number[], endCursor: string | null): Numbers => ({ nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } })
const read = (first?: Numbers) => allNodes(document, {}, ({ numbers }) => numbers, undefined, first)

describe('all rows of a list', () => {
  beforeEach(() => speak('en'))

  it('are read page by page', async () => {
    has({ start: page([1, 2], 'b'), b: page([3], 'c'), c: page([4], null) })
    expect(await read()).toEqual([1, 2, 3, 4])
    expect(asked).toEqual([null, 'b', 'c'])
  })

  it('go on after a page that is there, and are asked for no more where it was the last', async () => {
    has({ b: page([3], null) })
    expect(await read(page([1, 2], 'b'))).toEqual([1, 2, 3])
    expect(await read(page([7], null))).toEqual([7])
    expect(asked).toEqual(['b'])
  })
})
