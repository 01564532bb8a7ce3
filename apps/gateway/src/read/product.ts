import type { Engine, Model } from '@clusterpolisee/graph-sql'
import type { GraphQLSchema } from 'graphql'

/** The schema that the gateway serves, and the engine that reads by it. */
export interface Product {
  readonly model: Model
  readonly schema: GraphQLSchema
  readonly engine: Engine
}
