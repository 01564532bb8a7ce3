import {
  __Schema,
  __Type,
  type FieldNode,
  type GraphQLField,
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

/** A field whose value are things of the schema, with what is asked of them. */
interface Member {
  readonly definition: GraphQLField<unknown, unknown>
  readonly below: Asked
}

/** What is asked of a thing of the schema: how many fields, and those of them that lead to further things. */
interface Asked {
  readonly fields: number
  readonly members: readonly Member[]
  /** Values below each thing that was counted already. */
  readonly counted: Map<unknown, number>
}

/** Counts what `__schema` and `__type` answer, by walking what they name without answering it. */
export class IntrospectionMeasure {
  private steps = 0

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly scale: Scale,
    private readonly limit: Limit,
  ) {}

  /** Throws TOO_COMPLEX when the answer holds more values than the limit allows. */
  check(root: FieldNode): void {
    const isWhole = root.name.value === '__schema'
    const asked = this.askedOf((isWhole ? __Schema : __Type) as GraphQLObjectType, root)
    const things = isWhole ? [this.schema] : this.named(root)
    holdTo(this.limit, Math.max(0, ...things.map((thing) => this.count(asked, thing))))
  }

  /** The type that is asked for; any, when a variable says which. */
  private named({ arguments: given = [] }: FieldNode): GraphQLNamedType[] {
    const types = Object.values(this.schema.getTypeMap())
    const [value] = given.map((argument) => argument.value)
    return value?.kind === Kind.STRING ? types.filter(({ name }) => name === value.value) : types
  }

  private askedOf(type: GraphQLObjectType, { selectionSet }: FieldNode): Asked {
    const fields = selectionSet ? this.scale.fieldsOf(selectionSet) : []
    this.step(fields.length)
    const members = fields.flatMap((field): Member[] => {
      const definition = type.getFields()[field.name.value]
      const named = definition && getNamedType(definition.type)
      return definition && isObjectType(named) ? [{ definition, below: this.askedOf(named, field) }] : []
    })
    return { fields: fields.length, members, counted: new Map() }
  }

  /** The same of the same thing is counted once. */
  private count(asked: Asked, thing: unknown): number {
    const known = asked.counted.get(thing)
    if (known !== undefined) return known
    this.step(asked.fields)
    let count = asked.fields
    for (const { definition, below } of asked.members) {
      const value: unknown = definition.resolve?.(thing, { includeDeprecated: true }, null, { schema: this.schema } as GraphQLResolveInfo)
      for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined) count += this.count(below, one)
    }
    asked.counted.set(thing, count)
    return count
  }

  /** What is walked is answered at least once. */
  private step(fields: number): void {
    this.steps += fields
    holdTo(this.limit, this.steps)
  }
}
