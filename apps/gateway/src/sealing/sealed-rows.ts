/** What is sealed: a table whose rows are only ever added. */
export interface Sealed {
  readonly source: 'audit' | 'security'
  readonly table: string
  /** Text of all that its row `r` holds, the same whenever it is asked: columns that hold nothing are left out, so that a new one changes no older row. */
  readonly text: string
}

/** JSON inside a row is taken as its text: there nothing is left out. */
const json = (...columns: readonly string[]): string => `jsonb_build_object(${columns.map((name) => `'${name}', r.${name}::text`).join(', ')})`

/** Written here and not as functions of the database: whoever changes rows there could change those too. Asked in UTC. */
export const sealed: readonly Sealed[] = [
  {
    source: 'audit',
    table: 'audit_entry',
    text: `jsonb_strip_nulls(to_jsonb(r) || ${json('before', 'after', 'judged_before', 'judged_after')})::text`,
  },
  { source: 'security', table: 'security_event', text: 'jsonb_strip_nulls(to_jsonb(r))::text' },
]

/** Hours that the longest write may take: a row is sealed so long after the moment that it names, or never. */
export const LATEST_HOURS = 1

/** SQL: digest of a row's text with the salt, which can be forgotten: then the digest tells nothing of the row any more. */
export const digestOf = (salt: string, text: string): string => `sha256(${salt} || convert_to(${text}, 'UTF8'))`
