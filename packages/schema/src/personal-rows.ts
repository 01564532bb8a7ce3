import { ACCOUNTS, personalColumnsOf } from './personal-data.js'

/**
 * Which rows of a table are somebody's, as SQL over its alias: by the account that it names, over a row that does, or by the e-mail where
 * there may be no account. `person` is the identity of the account as SQL. Null where nothing in the rows leads to a person.
 *
 * Rows that go with their person are whose they are, and nobody's whom they only name.
 */
export function rowsOfPerson(table: string, alias: string, person: string): string | null {
  if (table === ACCOUNTS) return `${alias}.id = ${person}`
  const columns = personalColumnsOf(table)
  const keys = columns.filter(({ leadsTo }) => leadsTo !== null)
  const owning = keys.filter(({ erase }) => erase === 'DELETE')
  const named = (owning.length > 0 ? owning : keys).map(({ column, leadsTo }) =>
    leadsTo === ACCOUNTS
      ? `${alias}.${column} = ${person}`
      : `${alias}.${column} IN (SELECT ${alias}_.id FROM ${leadsTo} ${alias}_ WHERE ${rowsOfPerson(String(leadsTo), `${alias}_`, person)})`,
  )
  const mailed = owning.length === 0 && columns.some(({ column }) => column === 'email')
  const all = [...named, ...(mailed ? [`lower(${alias}.email) = (SELECT email FROM ${ACCOUNTS} WHERE id = ${person})`] : [])]
  return all.length > 0 ? `(${all.join(' OR ')})` : null
}
