import { readFileSync } from 'node:fs'
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print, type TypeNode } from 'graphql'

const contract = parse(readFileSync('packages/contract/schema.graphql', 'utf8'), { noLocation: true })
const types = new Map(contract.definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])))
const verbs = new Map((types.get('Mutation')?.fields ?? []).map((field) => [field.name.value, field]))

/** Names of all verbs of the contract. */
export const allVerbs = (): string[] => [...verbs.keys()]

/** A verb as the contract has it. Throws for one that is not there. */
export function verbField(name: string): FieldDefinitionNode {
  const field = verbs.get(name)
  if (!field) throw new Error(`The contract has no verb ${name}`)
  return field
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type))

export const argumentsOf = (verb: string): string[] => (verbField(verb).arguments ?? []).map(({ name }) => name.value)

/** The document that asks for a verb, each argument a variable, and answers a record's identity, of anything else every plain field. */
export function documentOf(verb: string): string {
  const field = verbField(verb)
  const given = field.arguments ?? []
  const variables = given.map(({ name, type }) => `$${name.value}: ${print(type)}`)
  const passed = given.map(({ name }) => `${name.value}: $${name.value}`)
  const list = (items: readonly string[]) => (items.length > 0 ? `(${items.join(', ')})` : '')
  return `mutation ${list(variables)} { ${verb}${list(passed)} ${selectionOf(types.get(namedType(field.type)))} }`
}

/** A record has a version; its plain fields would be long. */
const isRecord = ({ fields = [] }: ObjectTypeDefinitionNode): boolean => fields.some(({ name }) => name.value === 'version')

const plain = ['ID', 'String', 'Int', 'Boolean', 'Float']

function selectionOf(type: ObjectTypeDefinitionNode | undefined): string {
  if (!type) return ''
  const fields = (type.fields ?? [])
    .filter((field) => plain.includes(namedType(field.type)) && (field.arguments ?? []).length === 0)
    .map(({ name }) => name.value)
  return `{ ${isRecord(type) ? 'id' : fields.join(' ')} }`
}
