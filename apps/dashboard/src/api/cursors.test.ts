import { forgetCursors, walkTo } from './cursors'

/** A list of as many rows, three a page; its cursors are places. `asked` tells what was read. */
function listOf(rows: number) {
  const asked: (string | null)[] = []
  const read = async (after: string | null) => {
    asked.push(after)
    const from = Number(after ?? 0)
    const nodes = Array.from({ length: Math.max(Math.min(3, rows - from), 0) }, (_, index) => from + index)
    return { nodes, pageInfo: { endCursor: nodes.length > 0 ? String(from + nodes.length) : null } }
  }
  return { asked, read }
}

describe('pages of a list', () => {
  beforeEach(forgetCursors)

  it('begin without a cursor', async () => {
    const { asked, read } = listOf(10)
    expect((await walkTo('pilots', 1, read)).nodes).toEqual([0, 1, 2])
    expect(asked).toEqual([null])
  })

  it('go on where the one before ends', async () => {
    const { asked, read } = listOf(10)
    await walkTo('pilots', 1, read)
    expect((await walkTo('pilots', 2, read)).nodes).toEqual([3, 4, 5])
    expect(asked).toEqual([null, '3'])
  })

  it('that were not passed yet are walked to, from the last that was', async () => {
    const { asked, read } = listOf(20)
    expect((await walkTo('pilots', 3, read)).nodes).toEqual([6, 7, 8])
    expect(asked).toEqual([null, '3', '6'])
    expect((await walkTo('pilots', 5, read)).nodes).toEqual([12, 13, 14])
    expect(asked.slice(3)).toEqual(['9', '12'])
  })

  it('beyond the last are empty, however far', async () => {
    const { read } = listOf(4)
    expect((await walkTo('pilots', 9, read)).nodes).toEqual([])
    expect((await walkTo('pilots', 4, read)).nodes).toEqual([])
  })

  it('of one list say nothing of another', async () => {
    const pilots = listOf(10)
    const partners = listOf(10)
    await walkTo('pilots', 2, pilots.read)
    await walkTo('partners', 2, partners.read)
    expect(partners.asked).toEqual([null, '3'])
  })

  it('are walked to anew once cursors are forgotten', async () => {
    const { asked, read } = listOf(10)
    await walkTo('pilots', 2, read)
    forgetCursors()
    await walkTo('pilots', 2, read)
    expect(asked).toEqual([null, '3', null, '3'])
  })
})
