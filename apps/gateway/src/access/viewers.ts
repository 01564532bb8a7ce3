import { type Role, roleValues } from '@clusterpolisee/schema'
import type { Database } from '../database/database.js'
import type { ContextViewer } from '../graphql/context.js'
import { hashSecret } from './secret.js'

const KEPT_FOR = 5000
const MOST_KEPT = 5000

interface Rights {
  readonly memberships: readonly { project: string; role: Role; partner: string | null }[]
  readonly led: readonly { project: string; package: string }[]
  readonly judged: readonly { project: string; plan: string }[]
}

interface Person extends Rights {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
}

interface ViewerRow {
  readonly session_id: string | null
  readonly with_money: boolean
  readonly project_ids: string[] | null
  readonly person: Person
  /** Whose rights the person looks at. */
  readonly seen: Person | null
}

const personOf = (u: string) => `json_build_object('id', ${u}.id, 'name', ${u}.display_name, 'administrator', ${u}.administrator, 'memberships',
  (SELECT coalesce(json_agg(json_build_object('project', m.project_id, 'role', m.role, 'partner', m.partner_id)), '[]')
     FROM membership m WHERE m.user_id = ${u}.id AND m.archived_at IS NULL), 'led',
  (SELECT coalesce(json_agg(json_build_object('project', l.project_id, 'package', l.work_package_id)), '[]')
     FROM leadership l JOIN membership m ON m.project_id = l.project_id AND m.user_id = l.user_id AND m.archived_at IS NULL AND m.role = 'WORK_PACKAGE_LEADER'
     WHERE l.user_id = ${u}.id AND l.archived_at IS NULL), 'judged',
  (SELECT coalesce(json_agg(json_build_object('project', e.project_id, 'plan', e.plan_id)), '[]')
     FROM evaluator e JOIN membership m ON m.project_id = e.project_id AND m.user_id = e.user_id AND m.archived_at IS NULL AND m.role = 'EVALUATOR'
     WHERE e.user_id = ${u}.id AND e.archived_at IS NULL AND e.conflict_declared_at IS NULL AND e.left_out_at IS NULL))`

const bySession = `
  SELECT s.id AS session_id, true AS with_money, NULL::uuid[] AS project_ids, ${personOf('u')} AS person, CASE WHEN o.id IS NOT NULL THEN ${personOf('o')} END AS seen
  FROM session s JOIN app_user u ON u.id = s.user_id LEFT JOIN app_user o ON o.id = s.seeing_as_id AND o.archived_at IS NULL
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.archived_at IS NULL`

const byToken = `
  SELECT NULL::uuid AS session_id, t.with_money, t.project_ids, ${personOf('u')} AS person, NULL::json AS seen
  FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND u.archived_at IS NULL`

/** Cookie or token → viewer: one statement, kept for at most five seconds and dropped when rights change. */
export class Viewers {
  private readonly kept = new Map<string, { viewer: ContextViewer; until: number }>()

  constructor(private readonly database: Database) {}

  /** Drops what is kept; called when PostgreSQL tells that rights changed. */
  forget(): void {
    this.kept.clear()
  }

  /** The viewer of a session cookie's value. */
  ofSession(secret: string): Promise<ContextViewer> {
    return this.find('session', secret)
  }

  /** The viewer of an API token; null for a token that does not hold. */
  async ofToken(secret: string): Promise<ContextViewer | null> {
    const viewer = await this.find('token', secret)
    return viewer.userId === null ? null : viewer
  }

  private async find(kind: 'session' | 'token', secret: string): Promise<ContextViewer> {
    const hash = hashSecret(secret)
    const known = this.kept.get(hash)
    if (known && known.until > Date.now()) return known.viewer
    const [row] = (await this.database.run(kind === 'session' ? bySession : byToken, [hash])) as unknown as ViewerRow[]
    const viewer = row ? makeViewer(row) : stranger
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(hash, { viewer, until: Date.now() + KEPT_FOR })
    return viewer
  }
}

function makeViewer(row: ViewerRow): ContextViewer {
  const own = viewerOf(row.person, row, row.session_id === null)
  return row.seen ? seeingAs(own, row) : own
}

function viewerOf(person: Person, row: ViewerRow, readOnly: boolean): ContextViewer {
  const inReach = (project: string) => row.project_ids === null || row.project_ids.includes(project)
  const memberships = person.memberships.filter((membership) => inReach(membership.project))
  const inRole = (role: Role) => unique(memberships.filter((membership) => membership.role === role).map((membership) => membership.project))
  const roles = Object.entries(roleValues).map(([role, name]) => [name, inRole(role as Role)])
  // A token reads what its owner may read in projects; what administrators see of the installation is not for it.
  const administrator = person.administrator && row.session_id !== null
  const values = {
    user: [person.id],
    administrator,
    money: row.with_money,
    readOnly,
    members: unique(memberships.map((membership) => membership.project)),
    partners: unique(memberships.flatMap((membership) => (membership.partner && membership.role === 'PARTNER' ? [membership.partner] : []))),
    evaluations: unique(person.judged.filter((judged) => inReach(judged.project)).map((judged) => judged.plan)),
    workPackages: unique(person.led.filter((led) => inReach(led.project)).map((led) => led.package)),
    ...Object.fromEntries(roles),
  }
  return { userId: person.id, sessionId: row.session_id, administrator, readOnly, values, shape: shapeOf(values) }
}

/** The other person's view, of which only what the first may read too is there; it reads only. */
function seeingAs(own: ContextViewer, row: ViewerRow): ContextViewer {
  const seen = row.seen as Person
  const mine = new Set(own.values.members as string[])
  const inMine = <T extends { readonly project: string }>(held: readonly T[]) => held.filter(({ project }) => mine.has(project))
  const shared = { ...seen, memberships: inMine(seen.memberships), led: inMine(seen.led), judged: inMine(seen.judged) }
  const viewer = viewerOf(shared, row, true)
  return { ...viewer, administrator: false, also: own, seeing: { personId: seen.id, personName: seen.name, byName: row.person.name } }
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** Which values are there at all: what the SQL text depends on. */
const shapeOf = (values: Readonly<Record<string, unknown>>) =>
  Object.keys(values)
    .filter((name) => (Array.isArray(values[name]) ? (values[name] as unknown[]).length > 0 : values[name]))
    .join(' ')

/** Nobody signed in. */
export const stranger: ContextViewer = { userId: null, sessionId: null, administrator: false, readOnly: true, values: { readOnly: true }, shape: '' }
