import type { GetListParams, RaRecord } from 'react-admin'
import { speak } from '../testing/page'
import { recordOf } from './contract'
import { allRows, dataProvider, restore } from './data-provider'
import { GraphqlError } from './graphql'

interface Asked {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

let asked: Asked[] = []

/** A gateway that answers one thing after another, the last again and again. */
function answers(...given: readonly object[]): void {
  asked = []
  Object.assign(globalThis, {
    window: { dispatchEvent: () => true },
    fetch: async (_: string, { body }: { body: string }) => {
      asked.push(JSON.parse(body) as Asked)
      return { json: async () => given[Math.min(asked.length, given.length) - 1] }
    },
  })
}

const page = (nodes: readonly object[], endCursor: string | null = null) => ({
  data: { rows: { totalCount: 60, nodes, pageInfo: { hasNextPage: endCursor !== null, hasPreviousPage: false, endCursor } } },
})
const written = { data: { written: { id: '1', version: 2 } } }
const variables = () => asked.map((one) => one.variables)
const list = (params: Partial<GetListParams>) => dataProvider.getList('pilots', params as GetListParams)

describe('the data provider', () => {
  beforeEach(() => speak('en'))

  it('asks for a page by filter, order, search and archive', async () => {
    answers(page([]))
    await list({
      filter: { q: 'mill', archived: true, status: { eq: 'ACTIVE' } },
      sort: { field: 'title', order: 'DESC' },
      pagination: { page: 1, perPage: 10 },
    })
    expect(variables()).toEqual([
      { filter: { status: { eq: 'ACTIVE' } }, orderBy: [{ title: 'DESC' }], first: 10, after: null, search: 'mill', archived: true },
    ])
  })

  it('leaves the order to the gateway where the list has none by that field', async () => {
    answers(page([]))
    await list({ sort: { field: 'id', order: 'ASC' }, filter: { q: '' } })
    await list({ sort: { field: 'partner', order: 'ASC' } })
    expect(variables()).toMatchObject([{ orderBy: [], first: 25 }, { orderBy: [] }])
    expect(variables()[0]).not.toHaveProperty('search')
  })

  it('gives relations by their ids too, null where there is none', async () => {
    answers(page([{ id: '1', partner: { id: 'a' }, phase: null }]))
    const { data, total } = await list({ filter: {} })
    expect([data[0]?.partnerId, data[0]?.phaseId, total]).toEqual(['a', null, 60])
  })

  it('finds the second page by the end of the first', async () => {
    answers(page([], 'end of one'), page([]))
    await list({ filter: { title: 'a' }, pagination: { page: 2, perPage: 25 } })
    expect(variables().map(({ after }) => after)).toEqual([null, 'end of one'])
  })

  it('forgets where pages end when something is written', async () => {
    answers(page([], 'end of one'), page([]), written, page([], 'another end'), page([]))
    const second = { filter: { title: 'b' }, pagination: { page: 2, perPage: 25 } }
    await list(second)
    await dataProvider.create('pilots', { data: { title: 'Mill' } })
    await list(second)
    expect(variables().map(({ after }) => after)).toEqual([null, 'end of one', undefined, null, 'another end'])
  })

  it('forgets it when a record goes or comes back, too', async () => {
    const first = { filter: { title: 'c' }, pagination: { page: 2, perPage: 25 } }
    answers(page([], 'end of one'))
    await list(first)
    await dataProvider.delete('pilots', { id: '1', previousData: { id: '1', version: 2 } as RaRecord })
    await list(first)
    expect(variables().map(({ after }) => after)).toEqual([null, 'end of one', undefined, null, 'end of one'])
    answers({ data: { found: { version: 2 } } }, written, page([], 'end of one'))
    await restore(recordOf('pilots'), '1')
    await list(first)
    expect(
      variables()
        .slice(2)
        .map(({ after }) => after),
    ).toEqual([null, 'end of one'])
  })

  it('does not take the end of an English page for that of an Italian one', async () => {
    answers(page([], 'end'))
    const second = { filter: { title: 'd' }, pagination: { page: 2, perPage: 25 } }
    await list(second)
    speak('it')
    await list(second)
    expect(variables().map(({ after }) => after)).toEqual([null, 'end', null, 'end'])
  })

  it('reads every row of a list, page by page', async () => {
    answers(page([{ id: '1' }], 'end'), page([{ id: '2' }]))
    expect((await allRows('pilots', {})).map(({ id }) => id)).toEqual(['1', '2'])
    expect(variables()).toMatchObject([{ after: null, first: 500 }, { after: 'end' }])
  })

  it('changes what was read, and only what differs', async () => {
    answers(written)
    const previousData = { id: '1', version: 2, title: 'Mill', note: null }
    await dataProvider.update('pilots', { id: '1', data: { ...previousData, title: 'Yard', note: '' }, previousData })
    expect(variables()).toEqual([{ id: '1', version: 2, input: { title: 'Yard' } }])
  })

  it('writes over the version that the form says, when it is another', async () => {
    answers(written)
    await dataProvider.update('pilots', { id: '1', data: { version: 5, title: 'Yard' }, previousData: { id: '1', version: 2 } })
    expect(variables()).toMatchObject([{ version: 5 }])
  })

  it('archives what others may rely on, and deletes the rest', async () => {
    answers({ data: {} })
    await dataProvider.delete('pilots', { id: '1', previousData: { id: '1', version: 2 } as RaRecord })
    await dataProvider.delete('evaluationIndicators', { id: '2', previousData: { id: '2', version: 1 } as RaRecord })
    expect(asked.map(({ query }) => /written: (\w+)\(/.exec(query)?.[1])).toEqual(['archivePilot', 'deleteEvaluationIndicator'])
  })

  it('changes and archives records one by one only', async () => {
    await expect(dataProvider.updateMany('pilots', { ids: ['1'], data: {} })).rejects.toThrow('one by one')
    await expect(dataProvider.deleteMany('pilots', { ids: ['1'] })).rejects.toThrow('one by one')
  })

  it('refuses a record that is not there', async () => {
    answers({ data: { found: null } })
    await expect(dataProvider.getOne('pilots', { id: '9' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(restore(recordOf('pilots'), '9')).rejects.toBeInstanceOf(GraphqlError)
  })

  it('lays a fault of what is kept in several languages at its English input', async () => {
    const fault = { path: ['input', 'title'], code: 'TOO_LONG', message: 'Too long' }
    answers({ errors: [{ message: 'Wrong', extensions: { code: 'BAD_USER_INPUT', faults: [fault] } }] })
    const failed = await dataProvider.create('criteria', { data: {} }).catch((error: GraphqlError) => error)
    expect(Object.keys((failed as GraphqlError).body.errors)).toEqual(['title', 'titleTranslations.en'])
  })
})
