import type { GraphQLField } from 'graphql'
import { Extensions } from 'type-graphql'

/** What a field that is written by hand costs, beside the 1 that every field costs. */
export interface Price {
  /** In fields read: a page of fifty plain fields costs about as much as a field of 50. */
  readonly cost: number
  /** True: it hashes a password or sends a mail, and only one such field may stand in a document. */
  readonly alone?: true
}

/** What a verb costs that says nothing: it locks, checks and writes, and its payload is read anew. */
const VERB: Price = { cost: 50 }
const NOTHING: Price = { cost: 0 }

/** Declares, beside the resolver, what a verb or a query that is written by hand costs. */
export const Costs = (price: Price) => Extensions({ price })

/** What a root field costs: what it declares, else of a mutation what any verb costs, and nothing of a query, which the engine counts by its fields. */
export function priceOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown> | undefined): Price {
  return (field?.extensions.price as Price | undefined) ?? (kind === 'mutation' ? VERB : NOTHING)
}
