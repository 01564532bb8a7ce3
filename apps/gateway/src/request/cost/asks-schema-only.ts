import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql'
import { Scale } from './weigh.js'

/** True: a root field asks for the schema. */
export const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type'

/** True: an operation asks for the schema and for nothing else, so that its answer is the same for everybody. */
export function asksSchemaOnly(document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean {
  const roots = new Scale(document).fieldsOf(selectionSet)
  return roots.some(isIntrospection) && !roots.some(isOther)
}

/** True: a root field asks for something else than the schema. */
export const isOther = ({ name }: FieldNode): boolean => !name.value.startsWith('__')
