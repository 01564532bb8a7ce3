import type { RecordMeta } from './registry.js'

/** Names of fields; of several in brackets the first that is filled. */
export type Names = readonly (string | readonly string[])[]

/** How people meet a record: what it is called by, and what its lists show. All by the names of its fields. */
export interface Presentation {
  /** What it is called by, one after another. Default: its title. A record without a title and without this is called by its kind. */
  readonly calls?: Names
  /** Columns of its list: fields and relations to many. Default: the first six that are typed in. */
  readonly columns?: readonly string[]
  /** Relations on whose page it is listed, each with what is said of it there. */
  readonly beneath?: Readonly<Record<string, readonly string[]>>
  /** The fields with its first day and with the first day without it: lists show what is there on the day spoken of. */
  readonly lasts?: readonly [from: string, until: string]
}

/** The same with what is not said filled in. */
export interface PresentationMeta {
  readonly calls: readonly (readonly string[])[]
  readonly columns: readonly string[]
  readonly beneath: Readonly<Record<string, readonly string[]>>
  readonly lasts?: readonly [from: string, until: string]
}

/** Fills in what a record does not say. Without columns of its own the list chooses. */
export function presentationOf({ calls, columns = [], beneath = {}, lasts }: Presentation, fields: RecordMeta['fields']): PresentationMeta {
  const title = fields.some(({ name }) => name === 'title') ? ['title'] : []
  return { calls: (calls ?? title).map((names) => (typeof names === 'string' ? [names] : names)), columns, beneath, ...(lasts ? { lasts } : {}) }
}

/** Throws for a name that is nothing of the record: a fault of the model, found at start. */
export function checkNames({ name, fields, many, computed, calls, columns, beneath, lasts, order }: RecordMeta): void {
  const known = new Set(fields.map((field) => field.name))
  const shown = new Set([...known, ...computed.map((field) => field.name), ...many.map((relation) => relation.name)])
  const relations = new Set(fields.filter((field) => field.kind === 'belongsTo').map((field) => field.name))
  const unknown = [
    ...calls.flat().filter((field) => !shown.has(field)),
    ...columns.filter((field) => !shown.has(field)),
    ...Object.keys(beneath).filter((field) => !relations.has(field)),
    ...Object.values(beneath).flatMap((names) => names.filter((field) => !known.has(field))),
    ...(lasts ?? []).filter((field) => !known.has(field)),
    ...order.filter(({ field }) => !shown.has(field)).map(({ field }) => field),
    ...fields.flatMap(({ within }) => (within && !relations.has(within) ? [within] : [])),
  ]
  if (unknown.length > 0) throw new Error(`${name} is to be shown by what it does not have: ${unknown.join(', ')}`)
}
