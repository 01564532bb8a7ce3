import { Engine, readSide } from '@clusterpolisee/graph-sql'
import { allRecords, productModel } from '@clusterpolisee/schema'
import { extendSchema, type GraphQLObjectType, parse } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import type { Product } from './read/product.js'
import type { Room } from './room.js'
import { rooms } from './rooms.js'
import { resolveWrites, writeSide } from './write/write-side.js'

/** The whole schema: object types and verbs by type-graphql, reads by the engine, plain writes by the write path. */
export async function buildProduct(): Promise<Product> {
  const base = await buildSchema({
    resolvers: rooms.flatMap(({ resolvers }) => resolvers) as unknown as NonEmptyArray<Room['resolvers'][number]>,
    orphanedTypes: allRecords().map((record) => record.type),
    validate: false,
  })
  const model = productModel()
  const schema = extendSchema(base, parse(`${readSide(model, base)}\n\n${writeSide()}`))
  resolveWrites(schema)
  describeRoot(schema.getQueryType(), 'All that can be read; what a viewer may not see is not there for that viewer.')
  describeRoot(schema.getMutationType(), 'All that can be written: plain changes of records, and verbs.')
  return { model, schema, engine: new Engine(model, schema) }
}

/** type-graphql gives its root types no description. */
function describeRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description
}
