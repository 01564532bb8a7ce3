import type { Row, Sql } from '@clusterpolisee/graph-sql'

/** How a row was at a time, as far as rules look at it. */
export interface Past {
  /** The project, which never changes. */
  readonly project: Sql
  /** What the audit kept of it, as JSON; without it the row as it is now. */
  readonly facts?: Sql
  /** The audience that it counts as, whatever it has now. */
  readonly audience?: 'OWN'
}

/** A row that a rule is asked of: as it is, or as it was. */
export interface PastRow extends Row {
  readonly past?: Past
  /** Strangers read nothing of the record that was asked first: what is published counts for its members only. */
  readonly membersOnly?: true
}

/** The row again, with what was kept of the record that a relation led to. */
export function relatedFacts(row: PastRow, relation: string): PastRow {
  const { past } = row
  return past?.facts ? { ...row, past: { ...past, facts: `nullif(${past.facts} -> '${relation}', 'null')` } } : row
}
