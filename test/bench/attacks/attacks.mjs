const json = (body) => JSON.stringify(body)
const times = (many, text) => Array.from({ length: many }, (_, index) => text(index)).join(' ')
const SCHEMA = '__schema { types { name fields { name description args { name description type { name } } type { name ofType { name } } } } }'

/** The filter of one relation in another, `depth` times. */
const nested = (depth, inner = {}) => (depth === 0 ? inner : { partner: { pilots: { some: nested(depth - 1, inner) } } })

/**
 * What a stranger could send to keep others waiting: each in a `size` from 0 to 1, as the bodies of requests that are sent
 * eight at a time.
 */
export const attacks = [
  {
    name: 'nothing: small reads, for comparison',
    bodies: (size) => Array.from({ length: Math.ceil(200 * size) }, () => json({ query: '{ projects { totalCount } }' })),
  },
  {
    name: 'introspection × 460 in a document',
    bodies: (size) => [json({ query: `{ ${times(Math.ceil(460 * size), (at) => `a${at}: ${SCHEMA}`)} }` })],
  },
  {
    name: 'introspection, 20 documents',
    bodies: (size) => Array.from({ length: Math.ceil(20 * size) }, (_, at) => json({ query: `{ a${at}: ${SCHEMA} }` })),
  },
  {
    name: 'contains with 1.9 MB',
    bodies: (size) => {
      const variables = { filter: { title: { contains: 'A'.repeat(1_900_000 * size) } } }
      return Array.from({ length: 8 }, () => json({ query: 'query ($filter: PilotFilter) { pilots(filter: $filter) { totalCount } }', variables }))
    },
  },
  {
    name: 'page sizes 1 to 100 of one document',
    bodies: (size) => {
      const query = `query ($first: Int) { ${times(8, (at) => `p${at}: partners(first: $first) { nodes { pilots(first: $first) { nodes { id title indicators(first: 1) { nodes { id title } } } } } }`)} }`
      return Array.from({ length: Math.ceil(100 * size) }, (_, at) => json({ query, variables: { first: at + 1 } }))
    },
  },
  {
    name: 'filters nested 60 deep',
    bodies: (size) => {
      const query = 'query ($filter: PilotFilter) { pilots(filter: $filter) { totalCount } }'
      return Array.from({ length: Math.ceil(16 * size) }, () => json({ query, variables: { filter: nested(30) } }))
    },
  },
  {
    name: 'placeProspective × 100 in a document',
    bodies: (size, { editionId, indicatorId }) => {
      const field = `placeProspective(editionId: "${editionId}", values: [{indicatorId: "${indicatorId}", value: 1}]) { rank }`
      return [json({ query: `{ ${times(Math.ceil(100 * size), (at) => `a${at}: ${field}`)} }` })]
    },
  },
]
