import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** A value that comes from a variable: what it is in this request, and how to read it in the next one of the same shape. */
export class Bound {
  constructor(
    readonly value: unknown,
    readonly read: (variables: Variables) => unknown,
  ) {}
}

/** The value of this request, whether it stands in the document or comes from a variable. */
export const valueNow = (value: unknown): unknown => (value instanceof Bound ? value.value : value)

/** True: a key of an input, at any depth, has this name. */
export function isNamedIn(value: unknown, name: string): boolean {
  if (value instanceof Bound || typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => key === name || isNamedIn(inner, name))
}

/** The same value, changed before it is bound. */
export const mapped = (value: unknown, change: (value: unknown) => unknown): unknown =>
  value instanceof Bound ? new Bound(change(value.value), (variables) => change(value.read(variables))) : change(value)

/** What a value is in a request. */
export const valueIn = (value: unknown, variables: Variables): unknown => {
  if (value instanceof Bound) return value.read(variables)
  return Array.isArray(value) ? value.map((item) => valueIn(item, variables)) : value
}

/** A number that may come from a variable: what it is in a request. */
export type Amount = (variables: Variables) => number

/** The amount that a value says. */
export const amountOf = (value: unknown): Amount => (value instanceof Bound ? (variables) => Number(value.read(variables)) : () => Number(value))

/** How many items a list has. */
export const lengthOf = (list: unknown): Amount =>
  list instanceof Bound ? (variables) => (list.read(variables) as readonly unknown[]).length : () => (list as readonly unknown[]).length

/** A page of up to this many rows is planned as one of this many, so that all such pages have one plan. */
export const SHORT_PAGE = 100

/** Which variables of a document say more than a value: of page sizes whether the page is short, of cursors the form. */
interface Uses {
  readonly sizes: ReadonlySet<string>
  readonly cursors: ReadonlySet<string>
}

const usesOf = new WeakMap<DocumentNode, Uses>()

function findUses(document: DocumentNode): Uses {
  const known = usesOf.get(document)
  if (known) return known
  const uses = { sizes: new Set<string>(), cursors: new Set<string>() }
  visit(document, {
    Argument({ name, value }) {
      if (value.kind !== Kind.VARIABLE) return
      if (name.value === 'first' || name.value === 'last') uses.sizes.add(value.name.value)
      if (name.value === 'after' || name.value === 'before') uses.cursors.add(value.name.value)
    },
  })
  usesOf.set(document, uses)
  return uses
}

/**
 * Coerced variables with their values wrapped, and the key of their shape: two requests of one shape have the same SQL
 * text. In the shape are: what is there and what is null, booleans, enum values, whether a page is short, whether a text is
 * empty, and which keys of a cursor are null. Everything else is a value.
 */
export function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  coerced: Variables,
): { key: string; wrapped: Variables } {
  const uses = findUses(document)
  const wrapped: Record<string, unknown> = {}
  let key = ''
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    if (!(name in coerced)) continue
    const use: Use = uses.sizes.has(name) ? 'size' : uses.cursors.has(name) ? 'cursor' : 'value'
    const inputType = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    const part = inputType ? wrap(inputType, coerced[name], (variables) => variables[name], use) : { value: coerced[name], key: JSON.stringify(coerced[name]) }
    wrapped[name] = part.value
    key += `${name}:${part.key};`
  }
  return { key, wrapped }
}

type Use = 'value' | 'size' | 'cursor'

interface Wrapped {
  readonly value: unknown
  readonly key: string
}

function wrap(type: GraphQLInputType, value: unknown, read: Bound['read'], use: Use): Wrapped {
  if (isNonNullType(type)) return wrap(type.ofType, value, read, use)
  if (value === null || value === undefined) return { value, key: '0' }
  const named = getNamedType(type)
  if (isEnumType(named) || named.name === 'Boolean') return { value, key: JSON.stringify(value) }
  if (isListType(type)) return wrapList(type.ofType, value as readonly unknown[], read, use)
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    const parts = Object.entries(value as Record<string, unknown>).map(([name, inner]) => {
      const field = fields[name]
      const next = (variables: Variables) => (read(variables) as Record<string, unknown>)[name]
      return [name, field ? wrap(field.type, inner, next, use) : { value: inner, key: JSON.stringify(inner) }] as const
    })
    return {
      value: Object.fromEntries(parts.map(([name, part]) => [name, part.value])),
      key: `{${parts.map(([name, part]) => `${name}:${part.key}`).join(',')}}`,
    }
  }
  return { value: new Bound(value, read), key: valueKey(use, named.name, value) }
}

function wrapList(inner: GraphQLInputType, value: readonly unknown[], read: Bound['read'], use: Use): Wrapped {
  const isPlain = !isInputObjectType(getNamedType(inner)) && value.every((item) => item !== null && !Array.isArray(item))
  if (isPlain) return { value: new Bound(value, read), key: 'L' }
  const parts = value.map((item, index) => wrap(inner, item, (variables) => (read(variables) as readonly unknown[])[index], use))
  return { value: parts.map((part) => part.value), key: `[${parts.map((part) => part.key).join(',')}]` }
}

function valueKey(use: Use, type: string, value: unknown): string {
  if (use === 'size') return Number(value) > SHORT_PAGE ? 'l' : 's'
  if (use === 'cursor') return cursorKey(value)
  return type === 'String' && String(value).trim() === '' ? 'e' : 'v'
}

/** Which of a cursor's keys are null: a row without a value is passed by another comparison. */
function cursorKey(value: unknown): string {
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(value), 'base64').toString('utf8'))
    return Array.isArray(parts) ? `c${parts.map((part) => (part === null ? '0' : '1')).join('')}` : 'x'
  } catch {
    return 'x'
  }
}
