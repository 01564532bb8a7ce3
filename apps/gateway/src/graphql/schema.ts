import { Engine, type Model, readSide } from '@clusterpolisee/graph-sql'
import { allRecords, productModel } from '@clusterpolisee/schema'
import { extendSchema, type GraphQLSchema, parse } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccessResolver } from '../access/access-resolver.js'
import { InvitationResolver } from '../partnership/invitation-resolver.js'
import { PartnerResolver } from '../partnership/partner-resolver.js'
import { ProjectResolver } from '../partnership/project-resolver.js'
import { MeasurementResolver } from '../pilots/measurement-resolver.js'
import { PilotResolver } from '../pilots/pilot-resolver.js'
import { DeliverableResolver } from '../workplan/deliverable-resolver.js'
import { resolveWrites, writeSide } from '../write/write-side.js'

export interface Product {
  readonly model: Model
  readonly schema: GraphQLSchema
  readonly engine: Engine
}

/** The whole schema: object types and verbs by type-graphql, reads by the engine, plain writes by the write path. */
export async function buildProduct(): Promise<Product> {
  const base = await buildSchema({
    resolvers: [AccessResolver, InvitationResolver, PartnerResolver, ProjectResolver, PilotResolver, MeasurementResolver, DeliverableResolver],
    orphanedTypes: allRecords().map((record) => record.type),
    validate: false,
  })
  const model = productModel()
  const schema = extendSchema(base, parse(`${readSide(model, base)}\n\n${writeSide()}`))
  resolveWrites(schema)
  return { model, schema, engine: new Engine(model, schema) }
}
