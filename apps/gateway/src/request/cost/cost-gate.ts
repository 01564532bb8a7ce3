import { BoundedCache } from '@clusterpolisee/graph-sql'
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import { refusalOf } from '../../kernel/told-error.js'
import { checkDocument } from './check-document.js'
import { checkInput } from './check-input.js'
import { scanText } from './scan-text.js'

/** Letters of documents that are known to cost little enough. */
const MOST_LETTERS = 500_000

/** What of a request costs; a request may bring anything in their place. Without `query`: a document that is known to be within the bounds. */
export interface Asked {
  readonly query?: unknown
  readonly variables?: unknown
}

/** Asked for every GraphQL request before anything of it runs: is it within the bounds? */
export class CostGate {
  private readonly judged = new BoundedCache<true>(MOST_LETTERS)

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws TOO_COMPLEX with limit, allowed and asked. A document that is known is not read again. */
  check({ query, variables }: Asked): void {
    checkInput(variables)
    if (typeof query !== 'string' || this.judged.get(query)) return
    const document = readDocument(query)
    if (document) checkDocument(this.schema, document)
    this.judged.set(query, true, query.length)
  }
}

/** Null for a text that is no document: whoever would execute it says what is wrong with it. */
function readDocument(text: string): DocumentNode | null {
  try {
    scanText(text)
    return parse(text)
  } catch (error) {
    if (refusalOf(error)) throw error
    return null
  }
}
