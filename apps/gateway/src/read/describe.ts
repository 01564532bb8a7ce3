import { type GraphQLSchema, isObjectType } from 'graphql'

const reading = `All that can be read; what a viewer may not see is not there for that viewer.

Lists take filter (which rows; each field is described in its record's type), search (words; accents and case do not matter), archived (true: archived rows too), history (true: of what is recorded in versions, those too that do not hold now), orderBy (the id ends every order), and a page: first and after, or last and before. Summaries take groupBy; without it all rows are one group.`

const writing = `All that can be written: plain changes of records, and verbs.

Plain changes take id (the record; of a new one, when the client makes it: the same id and input answer the first record), version (the one that this changes) and input. They answer the record, a deletion the identity of what is gone. Archive lets a record leave the lists, restore brings it back, delete is refused while something relies on it.`

/** Says at the root types what holds for all their fields, and leaves out descriptions that only say a field's name again. */
export function describe(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()]
  if (query) query.description = reading
  if (mutation) mutation.description = writing
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) if (field.description && restates(field.name, field.description)) field.description = undefined
  }
}

/** `createdAt` says "Created.", and `endsOn` "Ends on." */
function restates(name: string, description: string): boolean {
  const words = name.replace(/[A-Z0-9]+/g, (part) => ` ${part.toLowerCase()}`)
  const said = description.toLowerCase().replace(/\.$/, '')
  return said === words || said === words.replace(/ (at|on)$/, '')
}
