import {
  __Schema,
  __Type,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
} from 'graphql'
import { holdTo, type Limit } from './limits.js'
import type { Scale } from './weigh.js'

/** Counts what `__schema` and `__type` answer, by walking what they name without answering it. */
export class IntrospectionMeasure {
  private readonly known = new Map<FieldNode, Map<unknown, number>>()
  private steps = 0

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly scale: Scale,
    private readonly limit: Limit,
  ) {}

  /** Throws TOO_COMPLEX when the answer holds more values than the limit allows. */
  check(root: FieldNode): void {
    const type = __Type as GraphQLObjectType
    const found =
      root.name.value === '__schema' ? this.below(__Schema, this.schema, root) : Math.max(0, ...this.named(root).map((one) => this.below(type, one, root)))
    holdTo(this.limit, found)
  }

  /** The type that is asked for; any, when a variable says which. */
  private named({ arguments: given = [] }: FieldNode): GraphQLNamedType[] {
    const types = Object.values(this.schema.getTypeMap())
    const [value] = given.map((argument) => argument.value)
    return value?.kind === Kind.STRING ? types.filter(({ name }) => name === value.value) : types
  }

  /** Values below a field of one thing of the schema. The same field of the same thing is walked once; each walk is a value at least. */
  private below(parent: GraphQLObjectType, source: unknown, field: FieldNode): number {
    const known = this.known.get(field) ?? new Map<unknown, number>()
    this.known.set(field, known)
    const counted = known.get(source)
    if (counted !== undefined) return counted
    const inner = field.selectionSet ? this.scale.fieldsOf(field.selectionSet) : []
    const count = inner.reduce((total, one) => total + 1 + this.member(parent, source, one), 0)
    this.steps += inner.length
    holdTo(this.limit, this.steps)
    known.set(source, count)
    return count
  }

  private member(parent: GraphQLObjectType, source: unknown, field: FieldNode): number {
    const definition = parent.getFields()[field.name.value]
    const type = definition && getNamedType(definition.type)
    if (!isObjectType(type)) return 0
    const value: unknown = definition?.resolve?.(source, { includeDeprecated: true }, null, { schema: this.schema } as GraphQLResolveInfo)
    const things = Array.isArray(value) ? value : [value]
    return things.reduce((total: number, thing: unknown) => total + (thing === null || thing === undefined ? 0 : this.below(type, thing, field)), 0)
  }
}
