import { Engine, readSide } from '@clusterpolisee/graph-sql'
import { allRecords, productModel } from '@clusterpolisee/schema'
import { extendSchema, parse } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { describe } from './read/describe.js'
import type { Product } from './read/product.js'
import type { Room } from './room.js'
import { rooms } from './rooms.js'
import { doOnce } from './write/done-once.js'
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
  doOnce(schema)
  describe(schema)
  return { model, schema, engine: new Engine(model, schema) }
}
