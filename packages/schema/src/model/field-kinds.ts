import { isMoment } from '@clusterpolisee/values'
import { GraphQLBoolean, GraphQLInt, GraphQLScalarType, GraphQLString, Kind, type ValueNode } from 'graphql'
import type { ColumnOptions } from 'typeorm'
import type { FieldKind } from './field.js'

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value)
  if (node.kind === Kind.STRING || node.kind === Kind.BOOLEAN) return node.value
  if (node.kind === Kind.NULL) return null
  if (node.kind === Kind.LIST) return node.values.map(literal)
  if (node.kind === Kind.OBJECT) return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]))
  throw new TypeError('This value must not hold a variable.')
}

/** A scalar whose values pass as they are once `check` has accepted them. */
function scalar(name: string, description: string, check: (value: unknown) => boolean): GraphQLScalarType {
  const accept = (value: unknown) => {
    if (!check(value)) throw new TypeError(`${JSON.stringify(value)} is not a ${name}: ${description}`)
    return value
  }
  return new GraphQLScalarType({ name, description, parseValue: accept, parseLiteral: (node) => accept(literal(node)) })
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

/** Scalars of the contract beside GraphQL's own. */
export const scalars = {
  Date: scalar('Date', 'A calendar day, as 2014-04-14.', (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  DateTime: scalar('DateTime', 'A moment in UTC, as 2014-04-14T09:30:00.000Z.', (value) => isText(value) && isMoment(value)),
  Decimal: scalar('Decimal', 'A decimal number of at most 15 significant digits.', isNumber),
  Money: scalar('Money', 'An amount in the currency of its project, with at most 2 places.', isNumber),
  JSON: scalar('JSON', 'Any JSON value.', () => true),
}

export interface KindMeta {
  readonly graphql: GraphQLScalarType
  readonly sqlType: string
  readonly column: ColumnOptions
}

const text: KindMeta = { graphql: GraphQLString, sqlType: 'text', column: { type: 'text' } }

/** What a kind of field is in GraphQL and in the table. */
export const fieldKinds: Record<Exclude<FieldKind, 'belongsTo'>, KindMeta> = {
  text,
  longText: text,
  choice: text,
  email: { graphql: GraphQLString, sqlType: 'citext', column: { type: 'citext' } },
  url: text,
  country: text,
  timeZone: text,
  currency: text,
  day: { graphql: scalars.Date, sqlType: 'date', column: { type: 'date' } },
  moment: { graphql: scalars.DateTime, sqlType: 'timestamptz', column: { type: 'timestamptz' } },
  integer: { graphql: GraphQLInt, sqlType: 'integer', column: { type: 'integer' } },
  decimal: { graphql: scalars.Decimal, sqlType: 'numeric', column: { type: 'numeric' } },
  money: { graphql: scalars.Money, sqlType: 'numeric', column: { type: 'numeric', precision: 14, scale: 2 } },
  share: { graphql: scalars.Decimal, sqlType: 'numeric', column: { type: 'numeric', precision: 7, scale: 6 } },
  flag: { graphql: GraphQLBoolean, sqlType: 'boolean', column: { type: 'boolean' } },
  localised: { graphql: scalars.JSON, sqlType: 'jsonb', column: { type: 'jsonb' } },
  json: { graphql: scalars.JSON, sqlType: 'jsonb', column: { type: 'jsonb' } },
}
