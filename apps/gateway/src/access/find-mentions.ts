import { allRecords, type FieldKind, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { isUuid } from '../kernel/uuid.js'

/** A record in whose texts a person is named. */
export interface Mention {
  readonly recordType: string
  readonly recordId: string
  /** Acronym of its project; null of a record of none. */
  readonly project: string | null
}

/** Mentions that are told. */
const MOST = 100

const texts: readonly FieldKind[] = ['text', 'longText', 'localised', 'url', 'email', 'json']

/** SQL: records of one kind, where one of their texts holds what is looked for. */
function lookedIn({ name, table, fields }: RecordMeta): string {
  const columns = fields.filter(({ kind, choices }) => texts.includes(kind) && !choices).map(({ column }) => `t.${column}::text`)
  const theirs = fields.some(({ kind }) => kind === 'email') ? ' AND lower(t.email) IS DISTINCT FROM $2' : ''
  const text = `lower(concat_ws(' ', ${columns.join(', ')}))`
  return `SELECT '${name}' AS "recordType", t.id AS "recordId", t.project_id AS "projectId" FROM ${table} t WHERE (strpos(${text}, $1) > 0 OR strpos(${text}, $2) > 0)${theirs}`
}

const looked = allRecords()
  .filter(
    ({ name: record, fields }) => record !== 'AuditEntry' && fields.some(({ name }) => name === 'project') && fields.some(({ kind }) => texts.includes(kind)),
  )
  .map(lookedIn)

/** Records of projects in whose texts the name or the e-mail of a person stands, whatever its case. Those that erasing blanks are none. */
export async function findMentions(run: RunSql, userId: string): Promise<Mention[]> {
  const [person] = isUuid(userId) ? await run('SELECT lower(display_name) AS name, lower(email) AS email FROM app_user WHERE id = $1', [userId]) : []
  if (!person) return []
  const rows = await run(`SELECT m.*, p.acronym AS project FROM (${looked.join(' UNION ALL ')}) m LEFT JOIN project p ON p.id = m."projectId" LIMIT ${MOST}`, [
    person.name,
    person.email,
  ])
  return rows.map(({ recordType, recordId, project }) => ({
    recordType: String(recordType),
    recordId: String(recordId),
    project: project === null ? null : String(project),
  }))
}
