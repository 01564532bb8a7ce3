import type { RecordModel, Row, Sql } from '@clusterpolisee/graph-sql'
import { allRecords, DAYS, type Fault, heldAt, ProgressBy, recordMeta } from '@clusterpolisee/schema'
import { isDay, isMoment } from '@clusterpolisee/values'
import { badInput } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'

/** What an address asks of a feed: arguments of the list itself, and conditions of its rows. */
export interface FeedQuery {
  readonly args: Readonly<Record<string, unknown>>
  readonly where: (row: Row) => readonly (Sql | boolean)[]
  readonly archived: boolean
  /** True: versions too that do not hold now, among which the conditions choose. */
  readonly history: boolean
  /** CSV begins with a byte order mark, by which a spreadsheet that opens the file knows its letters. */
  readonly mark: boolean
}

type Parameters = Readonly<Record<string, string>>

/** Where a record says its project: the relation, the column of a computed list, or its own id. */
function projectColumn(record: RecordModel): string | null {
  if (allRecords().some(({ name, isProject }) => isProject && name === record.name)) return 'id'
  const relation = record.relations.find(({ name, kind }) => name === 'project' && kind === 'one')
  return relation?.column ?? record.fields.find(({ name }) => name === 'projectId')?.column ?? null
}

const column = (record: RecordModel, name: string) => record.fields.find((field) => field.name === name)?.column

/** Parameters that a feed takes, each with what it is. */
export function feedParameters(record: RecordModel): Record<string, string> {
  const takes = (name: string) => record.args?.some((argument) => argument.name === name)
  const recorded = record.versions !== undefined
  return {
    ...(takes('projectIds') || projectColumn(record) ? { projectId: 'One or several projects, with commas between.' } : {}),
    ...(takes('asOf') || (recorded && column(record, 'onDay')) ? { asOf: 'A day, as 2014-04-14: what had happened by then.' } : {}),
    ...(takes('knownAt') || recorded ? { knownAt: 'A moment, as 2014-04-14T12:00:00Z: what was known then.' } : {}),
    ...(takes('by') ? { by: `What makes the groups: one or two of ${[...groups].join(' ')}.` } : {}),
    ...(recorded ? { history: 'true: superseded and retracted versions too.' } : {}),
    ...(record.archivedColumn ? { archived: 'true: archived rows too.' } : {}),
    bom: 'true: CSV begins with a byte order mark.',
    public: 'true: without signing in, what anyone may read.',
  }
}

/** Reads the parameters of an address; all faults at once, each at its parameter. */
export function readFeedQuery(record: RecordModel, given: Parameters): FeedQuery {
  const known = feedParameters(record)
  const faults = Object.entries(given).flatMap(([name, value]) => faultOf(name, value, known))
  if (faults.length > 0) throw badInput(faults)
  const ids = given.projectId?.split(',').map((id) => id.trim())
  const takes = (name: string) => record.args?.some((argument) => argument.name === name)
  const args = {
    ...(ids && takes('projectIds') ? { projectIds: ids } : {}),
    ...(given.asOf && takes('asOf') ? { asOf: given.asOf } : {}),
    ...(given.knownAt && takes('knownAt') ? { knownAt: given.knownAt } : {}),
    ...(given.by && takes('by') ? { by: given.by.split(',') } : {}),
  }
  const where = (row: Row) => [ofProjects(record, row, takes('projectIds') ? undefined : ids), ...asKnown(record, row, given)]
  const history = given.history === 'true' || (record.versions !== undefined && given.knownAt !== undefined)
  return { args, where, archived: given.archived === 'true', history, mark: given.bom === 'true' }
}

const flags = new Set(['history', 'archived', 'bom', 'public'])
const groups: ReadonlySet<string> = new Set(Object.values(ProgressBy.values))

function faultOf(name: string, value: string, known: Readonly<Record<string, string>>): Fault[] {
  const fault = (code: string, message: string): Fault[] => [{ path: [name], code, message }]
  if (!Object.hasOwn(known, name)) return fault('UNKNOWN_FIELD', `This feed has no parameter ${name}. It takes ${Object.keys(known).join(', ')}.`)
  if (flags.has(name) && value !== 'true' && value !== 'false') return fault('NOT_ALLOWED', `${name} is true or false.`)
  if (name === 'projectId' && !value.split(',').every((id) => isUuid(id.trim()))) return fault('NOT_AN_ID', 'projectId is not the identity of a project.')
  if (name === 'asOf' && !isDay(value)) return fault('NOT_A_DAY', 'asOf is not a day of the calendar, as 2014-04-14.')
  if (name === 'asOf' && value < DAYS.from) return fault('DAY_TOO_EARLY', `asOf is before ${DAYS.from}.`)
  if (name === 'asOf' && value > DAYS.until) return fault('DAY_TOO_LATE', `asOf is after ${DAYS.until}.`)
  if (name === 'knownAt' && !isMoment(value)) return fault('NOT_A_MOMENT', 'knownAt is not a moment, as 2014-04-14T12:00:00Z.')
  if (name === 'by' && !value.split(',').every((word) => groups.has(word))) return fault('NOT_ALLOWED', `by is one or two of ${[...groups].join(', ')}.`)
  return []
}

function ofProjects(record: RecordModel, row: Row, ids: readonly string[] | undefined): Sql | boolean {
  return ids ? `${row.alias}.${projectColumn(record)} = ANY (${row.constant(ids, 'uuid[]')})` : true
}

/** Of what is recorded: the versions that were known at the moment, about days up to the day. */
function asKnown(record: RecordModel, { alias, constant }: Row, { asOf, knownAt, history }: Parameters): (Sql | boolean)[] {
  if (!record.versions) return []
  const day = column(record, 'onDay')
  const upTo = asOf && day ? [`${alias}.${day} <= ${constant(asOf, 'date')}`] : []
  if (!knownAt) return upTo
  const moment = constant(knownAt, 'timestamptz')
  return [...upTo, history === 'true' ? `${alias}.recorded_at <= ${moment}` : heldAt(recordMeta(record.name), alias, moment)]
}
