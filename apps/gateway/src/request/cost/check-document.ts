import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql'
import { refusal } from '../../kernel/errors.js'
import { isIntrospection, isOther } from './asks-schema-only.js'
import { holdTo, limits } from './limits.js'
import { IntrospectionMeasure } from './measure-introspection.js'
import { type Price, priceOf } from './price.js'
import { Scale, sum } from './weigh.js'

/** Throws for a document that asks for more than one request may: all its operations together. It need not be valid. */
export function checkDocument(schema: GraphQLSchema, document: DocumentNode): void {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  checkForm(document, operations)
  const scale = new Scale(document)
  const asked = operations.map((operation) => askedBy(schema, scale, operation))
  holdTo(limits.cost, sum(asked.map(({ cost }) => cost)))
  holdTo(limits.alone, sum(asked.map(({ alone }) => alone)))
  holdTo(limits.introspections, sum(asked.map(({ introspected }) => introspected.length)))
  for (const { introspected, isMixed } of asked) {
    const measure = new IntrospectionMeasure(schema, scale, isMixed ? limits.introspectedBeside : limits.introspected)
    for (const root of introspected) measure.check(root)
  }
}

function checkForm(document: DocumentNode, operations: readonly OperationDefinitionNode[]): void {
  let [aliases, directives] = [0, 0]
  visit(document, {
    Field: ({ alias }) => void (alias && aliases++),
    Directive: () => void directives++,
  })
  holdTo(limits.operations, operations.length)
  holdTo(limits.fragments, document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length)
  holdTo(limits.aliases, aliases)
  holdTo(limits.directives, directives)
  if (operations.some(({ operation }) => operation === 'subscription')) {
    throw refusal('BAD_REQUEST', 'There are no subscriptions here. GET /changes tells of changes as they are written.')
  }
}

interface AskedFor {
  readonly cost: number
  /** Fields that may stand in a document only once. */
  readonly alone: number
  readonly introspected: readonly FieldNode[]
  /** True: something else is asked beside the schema. */
  readonly isMixed: boolean
}

function askedBy(schema: GraphQLSchema, scale: Scale, { operation, selectionSet }: OperationDefinitionNode): AskedFor {
  const roots = scale.fieldsOf(selectionSet)
  const kind = operation === 'mutation' ? 'mutation' : 'query'
  const fields = (kind === 'mutation' ? schema.getMutationType() : schema.getQueryType())?.getFields() ?? {}
  const prices = roots.map(({ name }): Price => priceOf(kind, fields[name.value]))
  return {
    cost: scale.weigh(selectionSet, 1).cost + sum(prices.map(({ cost }) => cost)),
    alone: prices.filter(({ alone }) => alone).length,
    introspected: roots.filter(isIntrospection),
    isMixed: roots.some(isOther),
  }
}
