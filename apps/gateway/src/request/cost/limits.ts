import { tooComplex } from '@clusterpolisee/graph-sql'
import type { GraphQLError } from 'graphql'

/** A bound of what one request may ask for, in the words of its refusal. */
export interface Limit {
  readonly what: string
  readonly most: number
  /** How to ask for less. */
  readonly hint: string
}

const apart = 'Ask in several documents.'

/** Bounds of every GraphQL request, of whatever kind. The largest document of the dashboard costs about 260. */
export const limits = {
  tokens: { what: 'the number of tokens', most: 10_000, hint: apart },
  depth: { what: 'the depth', most: 64, hint: 'Ask for the inner records by their ids.' },
  operations: { what: 'the number of operations', most: 20, hint: apart },
  fragments: { what: 'the number of fragments', most: 100, hint: apart },
  aliases: { what: 'the number of aliases', most: 100, hint: apart },
  directives: { what: 'the number of directives', most: 200, hint: apart },
  cost: { what: 'the cost', most: 5000, hint: apart },
  alone: { what: 'the number of fields that hash a password or send a mail', most: 1, hint: apart },
  introspections: { what: 'the number of times the schema is asked for', most: 1, hint: 'Ask once for __schema or __type.' },
  /** The usual question of tools, which asks for the whole, is answered by 100,000 values. */
  introspected: { what: 'the size of what is asked of the schema', most: 200_000, hint: 'Ask for less of each type.' },
  introspectedBeside: {
    what: 'the size of what is asked of the schema beside other fields',
    most: 1000,
    hint: 'Ask for the schema in a document of its own.',
  },
  inputDepth: { what: 'the depth of the variables', most: 32, hint: 'Nest them less.' },
  inputSize: { what: 'the number of values in the variables', most: 50_000, hint: 'Send them in parts.' },
} as const satisfies Readonly<Record<string, Limit>>

/** Throws TOO_COMPLEX when more was found than a limit allows. */
export function holdTo(limit: Limit, found: number): void {
  if (found > limit.most) throw exceeded(limit, found)
}

/** The refusal of what is beyond a limit. */
export const exceeded = ({ what, most, hint }: Limit, found: number): GraphQLError => tooComplex(what, most, found, hint)
