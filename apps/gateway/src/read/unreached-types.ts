import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql'

/** Names of the types that nothing leads to from the root types, introspection left out. */
export function unreachedTypes(schema: GraphQLSchema): string[] {
  const reached = new Set<GraphQLNamedType>()
  const visit = (type: GraphQLNamedType): void => {
    if (reached.has(type)) return
    reached.add(type)
    typesBehind(type, schema).forEach(visit)
  }
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) if (root) visit(root)
  return Object.values(schema.getTypeMap())
    .filter((type) => !reached.has(type) && !type.name.startsWith('__'))
    .map(({ name }) => name)
}

/** Types that stand in the type's own declaration, and whatever an abstract one may be. */
function typesBehind(type: GraphQLNamedType, schema: GraphQLSchema): GraphQLNamedType[] {
  const possible = isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : []
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type))
  if (!isObjectType(type) && !isInterfaceType(type)) return [...possible]
  const fields = Object.values(type.getFields()).flatMap((field) => [getNamedType(field.type), ...field.args.map((argument) => getNamedType(argument.type))])
  return [...possible, ...type.getInterfaces(), ...fields]
}
