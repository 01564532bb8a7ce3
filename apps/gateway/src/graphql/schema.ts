import { Engine, type Model, readSide } from '@clusterpolisee/graph-sql'
import { allRecords, productModel } from '@clusterpolisee/schema'
import { extendSchema, type GraphQLObjectType, type GraphQLSchema, parse } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccessResolver } from '../access/access-resolver.js'
import { SeeingResolver } from '../access/seeing-resolver.js'
import { BenchmarkResolver } from '../evaluation/benchmark-resolver.js'
import { CollaborationResolver } from '../evaluation/collaboration-resolver.js'
import { EffectResolver } from '../evaluation/effect-resolver.js'
import { EntryImportResolver } from '../evaluation/entry-import-resolver.js'
import { EvaluationResolver } from '../evaluation/evaluation-resolver.js'
import { EvaluatorResolver } from '../evaluation/evaluator-resolver.js'
import { PlacementResolver } from '../evaluation/placement-resolver.js'
import { RecommendationResolver } from '../evaluation/recommendation-resolver.js'
import { PositionResolver } from '../foresight/position-resolver.js'
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
    resolvers: [
      AccessResolver,
      SeeingResolver,
      InvitationResolver,
      PartnerResolver,
      ProjectResolver,
      PilotResolver,
      MeasurementResolver,
      DeliverableResolver,
      BenchmarkResolver,
      EntryImportResolver,
      PlacementResolver,
      PositionResolver,
      EvaluationResolver,
      EvaluatorResolver,
      RecommendationResolver,
      CollaborationResolver,
      EffectResolver,
    ],
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
