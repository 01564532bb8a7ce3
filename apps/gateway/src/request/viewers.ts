import { allRecords, type Grant, type RecordMeta, type Role, roleValues } from '@clusterpolisee/schema'
import type { Database } from '../database/database.js'
import { hashSecret } from '../kernel/secret.js'
import type { ContextViewer } from './context.js'
import type { LastUse } from './last-use.js'
import type { WaysIn } from './ways-in.js'

/** Milliseconds of a clock that nobody puts back. */
const KEPT_FOR = 5000
const MOST_KEPT = 5000

const anyWay: WaysIn = { isHttps: false, letsIn: () => true, demandsFactor: () => false }

interface Rights {
  /** Without a role where the partner has left: such a member reads. */
  readonly memberships: readonly { project: string; role: Role | null; partner: string | null }[]
  /** What records give the person, see their `grants`. */
  readonly granted: readonly { project: string; value: string; id: string }[]
}

interface Person extends Rights {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
  /** Whether there is a second factor. */
  readonly factor: boolean
}

interface ViewerRow {
  /** Projects whose pages are public. */
  readonly published: string[]
  readonly session_id: string | null
  readonly token_id: string | null
  readonly with_money: boolean
  readonly proved: boolean
  readonly project_ids: string[] | null
  readonly person: Person
  /** Whose rights the person looks at. */
  readonly seen: Person | null
}

const published = 'ARRAY(SELECT p.id FROM project p WHERE p.published AND p.archived_at IS NULL) AS published'

type Granting = RecordMeta & { readonly grants: Grant }

const granting = allRecords().filter((record): record is Granting => record.grants !== undefined)

const personOf = (u: string) => `json_build_object('id', ${u}.id, 'name', ${u}.display_name, 'administrator', ${u}.administrator,
  'factor', EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = ${u}.id), 'memberships',
  (SELECT coalesce(json_agg(json_build_object('project', m.project_id, 'role', CASE WHEN NOT has_left(m.role, m.partner_id) THEN m.role END, 'partner', m.partner_id)), '[]')
     FROM membership m WHERE m.user_id = ${u}.id AND m.archived_at IS NULL), 'granted',
  (SELECT coalesce(json_agg(g), '[]') FROM (${granting.map((record) => grantsOf(record, u)).join(' UNION ALL ')}) g))`

function grantsOf({ table, fields, grants: { value, field, role, until = [] } }: Granting, u: string): string {
  const columnOf = (name: string) => `g.${fields.find((candidate) => candidate.name === name)?.column}`
  const lasts = ['archivedAt', ...until].map((moment) => `${columnOf(moment)} IS NULL`).join(' AND ')
  return `SELECT DISTINCT g.project_id AS project, '${value}' AS value, ${columnOf(field)} AS id
     FROM ${table} g JOIN membership m ON m.project_id = g.project_id AND m.user_id = g.user_id AND m.archived_at IS NULL AND NOT has_left(m.role, m.partner_id)${role ? ` AND m.role = '${role}'` : ''}
     WHERE g.user_id = ${u}.id AND ${lasts}`
}

/** Days without use after which a session is over: from one Friday to the Monday. */
const IDLE_DAYS = 3

/** Minutes for which it holds that somebody proved who they are. */
const PROVED_MINUTES = 15

const bySession = `
  SELECT ${published}, s.id AS session_id, NULL::uuid AS token_id, true AS with_money, coalesce(s.proved_at > moment_of_write() - interval '${PROVED_MINUTES} minutes', false) AS proved,
    NULL::uuid[] AS project_ids, ${personOf('u')} AS person, CASE WHEN o.id IS NOT NULL THEN ${personOf('o')} END AS seen
  FROM session s JOIN app_user u ON u.id = s.user_id LEFT JOIN app_user o ON o.id = s.seeing_as_id AND o.archived_at IS NULL
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > moment_of_write()
    AND s.seen_at > moment_of_write() - interval '${IDLE_DAYS} days' AND u.archived_at IS NULL`

const byToken = `
  SELECT ${published}, NULL::uuid AS session_id, t.id AS token_id, t.with_money, false AS proved, t.project_ids, ${personOf('u')} AS person, NULL::json AS seen
  FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > moment_of_write() AND u.archived_at IS NULL`

/** As in a session of that person. */
const byEmail = `
  SELECT ${published}, u.id AS session_id, true AS with_money, true AS proved, NULL::uuid[] AS project_ids, ${personOf('u')} AS person, NULL::json AS seen
  FROM app_user u WHERE u.email = $1 AND u.archived_at IS NULL`

/** Cookie or token → viewer: one statement, kept for at most five seconds and dropped when rights change. */
export class Viewers {
  private readonly kept = new Map<string, { viewer: ContextViewer; until: number }>()
  private age = 0

  constructor(
    private readonly database: Database,
    private readonly lastUse?: LastUse,
    readonly ways: WaysIn = anyWay,
  ) {}

  /** Drops what is kept; called when PostgreSQL tells that rights changed. */
  forget(): void {
    this.age += 1
    this.kept.clear()
  }

  /** The viewer of a session cookie's value; `request` names who asks, for the log. */
  ofSession(secret: string, request?: string): ViewerNow {
    return this.find('session', secret, request)
  }

  /** The viewer of an API token; null for a token that does not hold. */
  async ofToken(secret: string, request?: string): Promise<ContextViewer | null> {
    const viewer = await this.find('token', secret, request)
    return viewer.userId === null ? null : viewer
  }

  /** Nobody signed in. */
  ofStranger(): ViewerNow {
    return this.keep('', () => readStranger(this.database))
  }

  private find(kind: 'session' | 'token', secret: string, request: string | undefined): ViewerNow {
    return this.keep(`${kind} ${secret}`, async () => {
      const [row] = (await this.database.runRead(kind === 'session' ? bySession : byToken, [hashSecret(secret)])) as unknown as ViewerRow[]
      if (!row || (kind === 'session' && this.lacksFactor(row.person))) return this.ofStranger()
      this.lastUse?.note(kind, String(row.session_id ?? row.token_id), request)
      return makeViewer(row)
    })
  }

  /** Of somebody who needs a second factor and has none no session holds: they set one up as they sign in. */
  private lacksFactor({ administrator, factor, memberships }: Person): boolean {
    const leadPartner = memberships.some(({ role }) => role === 'LEAD_PARTNER')
    return !factor && this.ways.demandsFactor({ administrator, leadPartner })
  }

  /** What is kept, else what `make` reads. What was read before rights changed is given, and not kept. */
  private keep(key: string, make: () => Promise<ContextViewer>): ViewerNow {
    const known = this.kept.get(key)
    if (known && known.until > performance.now()) return known.viewer
    const { age } = this
    return make().then((viewer) => {
      if (age !== this.age) return viewer
      if (this.kept.size >= MOST_KEPT) this.kept.clear()
      this.kept.set(key, { viewer, until: performance.now() + KEPT_FOR })
      return viewer
    })
  }
}

/** Nobody signed in, as of now. */
export async function readStranger(database: Pick<Database, 'runRead'>): Promise<ContextViewer> {
  return strangerOf((await database.runRead(`SELECT ${published}`)) as unknown as Pick<ViewerRow, 'published'>[])
}

/** Who would read, were this person signed in; null where there is none. For tools: the person is not asked for a password. */
export async function readPerson(database: Pick<Database, 'runRead'>, email: string): Promise<ContextViewer | null> {
  const [row] = (await database.runRead(byEmail, [email])) as unknown as ViewerRow[]
  return row ? makeViewer(row) : null
}

/** At once when it is kept. */
type ViewerNow = ContextViewer | Promise<ContextViewer>

function makeViewer(row: ViewerRow): ContextViewer {
  const own = viewerOf(row.person, row, row.session_id === null)
  return row.seen ? seeingAs(own, row) : own
}

function viewerOf(person: Person, row: ViewerRow, readOnly: boolean): ContextViewer {
  const inReach = (project: string) => row.project_ids === null || row.project_ids.includes(project)
  const memberships = person.memberships.filter((membership) => inReach(membership.project))
  const granted = person.granted.filter((given) => inReach(given.project))
  const members = unique(memberships.map((membership) => membership.project))
  const made = granting.flatMap(({ grants: { value, makes } }) =>
    makes ? granted.filter((given) => given.value === value).map(({ project }) => ({ project, role: makes })) : [],
  )
  const inRole = (role: Role) => unique([...memberships, ...made].filter((held) => held.role === role).map(({ project }) => project))
  const roles = Object.entries(roleValues).map(([role, name]) => [name, inRole(role as Role)])
  // A token reads what its owner may read in projects; what administrators see of the installation is not for it.
  const administrator = person.administrator && row.session_id !== null
  const values = {
    user: [person.id],
    administrator,
    money: row.with_money,
    readOnly,
    members,
    published: row.published,
    inSight: inSightOf(members, row.published),
    partners: unique(memberships.flatMap((membership) => (membership.partner && membership.role === 'PARTNER' ? [membership.partner] : []))),
    ...Object.fromEntries(granting.map(({ grants: { value } }) => [value, unique(granted.filter((given) => given.value === value).map(({ id }) => id))])),
    ...Object.fromEntries(roles),
  }
  return { userId: person.id, sessionId: row.session_id, proved: row.proved, administrator, readOnly, values, ...formOf(values) }
}

/** The other person's view, of which only what the first may read too is there; it reads only. */
function seeingAs(own: ContextViewer, row: ViewerRow): ContextViewer {
  const seen = row.seen as Person
  const mine = new Set(own.values.members as string[])
  const inMine = <T extends { readonly project: string }>(held: readonly T[]) => held.filter(({ project }) => mine.has(project))
  const shared = { ...seen, memberships: inMine(seen.memberships), granted: inMine(seen.granted) }
  const viewer = viewerOf(shared, row, true)
  return { ...viewer, administrator: false, also: own, seeing: { personId: seen.id, personName: seen.name, byName: row.person.name } }
}

/** The projects of members and the public ones; the very list of members where no other is public, so that both are one value to a statement. */
function inSightOf(members: readonly string[], published: readonly string[]): readonly string[] {
  const all = unique([...members, ...published])
  return all.length === members.length ? members : all
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** From so many projects on, walking along an order meets what may be seen soon. */
const WIDE = 20

/** What the SQL text depends on: of which values there are none, one, or several, whether the viewer sees many projects, and whether those are its own only. */
function formOf(values: Readonly<Record<string, unknown>> & { readonly inSight: readonly string[] }) {
  const filled = Object.entries(values).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return value ? [name] : []
    return value.length === 0 ? [] : [value.length === 1 ? `${name}:1` : name]
  })
  const wide = values.inSight.length >= WIDE
  const ownOnly = values.inSight === values.members
  return { wide, shape: [...filled, ...(wide ? ['wide'] : []), ...(ownOnly ? ['ownOnly'] : [])].join(' ') }
}

function strangerOf([row]: readonly Pick<ViewerRow, 'published'>[]): ContextViewer {
  const values = { readOnly: true, published: row?.published ?? [], inSight: row?.published ?? [] }
  return { userId: null, sessionId: null, proved: false, administrator: false, readOnly: true, values, ...formOf(values) }
}
