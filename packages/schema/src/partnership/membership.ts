import { ProjectRecord, User } from '../access/index.js'
import { BelongsTo, Choice, defineEnum, type One, oneself, or, partInProject, Record, role } from '../model/index.js'
import { Partner } from './partner.js'

export const MemberRole = defineEnum('MemberRole', 'What a member may do in a project.', [
  'LEAD_PARTNER',
  'WORK_PACKAGE_LEADER',
  'PARTNER',
  'EVALUATOR',
  'CONTROLLER',
  'OBSERVER',
])

@Record({
  room: 'partnership',
  label: 'Membership',
  labels: 'Members',
  description: "A person in a role of a project; a partner's people name the partner.",
  read: or(oneself(), role('LEAD_PARTNER')),
  write: role('LEAD_PARTNER'),
  verbs: ['update', 'archive'],
  makesViewers: true,
  asksAgain: true,
  rules: async (record, former, run) => {
    const faults = []
    if (record.role === 'PARTNER' && !record.partner) {
      faults.push({ path: ['partnerId'], code: 'PARTNER_NEEDED', message: 'Say which partner the person belongs to.' })
    }
    const leaves = former?.role === 'LEAD_PARTNER' && (record.role !== 'LEAD_PARTNER' || record.archivedAt)
    if (leaves && (await isLastLead(record, run))) {
      faults.push({ path: ['role'], code: 'LAST_LEAD_PARTNER', message: 'A project keeps at least one person in the role of lead partner.' })
    }
    return faults
  },
  listedIn: { user: { name: 'memberships', label: 'Memberships' }, project: 'memberships' },
})
export class Membership extends ProjectRecord {
  @BelongsTo('Person', () => User, { input: 'create', personal: partInProject })
  user!: One<User>

  @Choice('Role', MemberRole)
  role!: string

  @BelongsTo('Partner', () => Partner, { optional: true, emptyIsNone: true })
  partner?: One<Partner>
}

async function isLastLead(record: Readonly<{ [field: string]: unknown }>, run: (sql: string, values: readonly unknown[]) => Promise<unknown[]>) {
  const others = await run(`SELECT 1 FROM membership WHERE project_id = $1 AND role = 'LEAD_PARTNER' AND archived_at IS NULL AND id <> $2 FOR UPDATE`, [
    record.project,
    record.id,
  ])
  return others.length === 0
}
