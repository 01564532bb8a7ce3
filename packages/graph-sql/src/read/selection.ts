import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What every phase after parsing knows of the request. */
export interface Request {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Coerced by GraphQL, defaults filled in. */
  readonly variables: Readonly<Record<string, unknown>>
}

/** One answered field: its key in the answer and the nodes that were merged into it. */
export interface Selected {
  readonly key: string
  readonly name: string
  readonly nodes: readonly FieldNode[]
}

/** The fields that selection sets ask of a concrete type, in order, fragments resolved and like keys merged. */
export function collect(request: Request, type: string, sets: readonly SelectionSetNode[]): Selected[] {
  const found = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  for (const set of sets) gather(request, type, set, found, spread)
  return [...found].map(([key, nodes]) => ({ key, name: nodes[0]?.name.value ?? key, nodes }))
}

/** Selection sets below a selected field. */
export const below = (selected: Selected): SelectionSetNode[] => selected.nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []))

/** A fragment that was spread already adds nothing the second time; without that, nested spreads would double at each level. */
function gather(request: Request, type: string, set: SelectionSetNode, found: Map<string, FieldNode[]>, spread: Set<string>): void {
  for (const selection of set.selections) {
    if (!isIncluded(request, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      found.set(key, [...(found.get(key) ?? []), selection])
      continue
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(selection.name.value)) continue
      spread.add(selection.name.value)
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? request.fragments[selection.name.value] : selection
    const condition = fragment?.typeCondition?.name.value
    if (fragment && (!condition || applies(request.schema, condition, type))) gather(request, type, fragment.selectionSet, found, spread)
  }
}

function isIncluded({ variables }: Request, node: SelectionNode): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
}

function applies(schema: GraphQLSchema, condition: string, type: string): boolean {
  if (condition === type) return true
  const abstract = schema.getType(condition)
  const concrete = schema.getType(type)
  return isAbstractType(abstract) && concrete !== undefined && 'getInterfaces' in concrete && schema.isSubType(abstract, concrete)
}

/** The root selections of an operation. */
export const rootsOf = (request: Request, operation: OperationDefinitionNode): Selected[] => collect(request, 'Query', [operation.selectionSet])

/** Names of all fields that stand below a selected field, at any depth. */
export function namesBelow({ fragments }: Request, selected: Selected): ReadonlySet<string> {
  const names = new Set<string>()
  const spread = new Set<string>()
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined
      if (name !== undefined && spread.has(name)) continue
      if (name !== undefined) spread.add(name)
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]?.selectionSet : selection.selectionSet
      if (inner) walk(inner)
    }
  }
  below(selected).forEach(walk)
  return names
}
