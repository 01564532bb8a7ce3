import { allRecords, isForMembers, isOpen as isOpenToStrangers, type RecordMeta, type Role, type Rule } from '@clusterpolisee/schema'
import { pastRows } from './past-rows.js'
import { type Row, recordNamed, type World } from './world.js'

/** What the naive side knows of a person: straight from the rows. */
export interface Person {
  readonly id: string | null
  readonly administrator: boolean
  readonly projects: readonly string[]
  readonly partners: readonly string[]
  readonly packages: readonly string[]
  readonly evaluations: readonly string[]
  readonly roles: readonly { readonly project: string; readonly role: Role }[]
}

export const nobody: Person = { id: null, administrator: false, projects: [], partners: [], packages: [], evaluations: [], roles: [] }

/** A person's standing, by their memberships and leaderships. */
export function personOf(world: World, id: string): Person {
  const current = (record: string) => world.of(record).filter(({ values }) => values.user === id && values.archivedAt === null)
  const memberships = current('Membership')
  const projectsAs = (role: Role) => memberships.filter(({ values }) => values.role === role).map(({ values }) => values.project)
  const leaderships = current('Leadership').filter(({ values }) => memberships.some((membership) => membership.values.project === values.project))
  const evaluates = projectsAs('EVALUATOR')
  return {
    id,
    administrator: world.find('User', id)?.values.administrator === true,
    projects: memberships.map(({ values }) => String(values.project)),
    partners: memberships.filter(({ values }) => values.role === 'PARTNER' && values.partner).map(({ values }) => String(values.partner)),
    packages: leaderships.map(({ values }) => String(values.workPackage)),
    evaluations: current('Evaluator')
      .filter(({ values }) => evaluates.includes(values.project) && values.conflictDeclaredAt === null && values.leftOutAt === null)
      .map(({ values }) => String(values.plan)),
    roles: [
      ...memberships.map(({ values }) => ({ project: String(values.project), role: values.role as Role })),
      ...leaderships.map(({ values }) => ({ project: String(values.project), role: 'WORK_PACKAGE_LEADER' as const })),
    ],
  }
}

const projectOf = (row: Row) => String(row.record.name === 'Project' ? row.id : row.values.project)

/** The rules of rights, one row at a time, written apart from what compiles them to SQL. */
export class Rights {
  private readonly readable = { always: new Map<Row, boolean>(), membersOnly: new Map<Row, boolean>() }
  /** While a record is looked at that strangers never read: nothing counts as published. */
  private membersOnly = false

  constructor(
    private readonly world: World,
    readonly person: Person,
  ) {}

  mayRead(row: Row): boolean {
    const before = this.membersOnly
    this.membersOnly = before || !isOpenToStrangers(row.record)
    const kept = this.readable[this.membersOnly ? 'membersOnly' : 'always']
    const may = kept.get(row) ?? this.holds(row.record.read, row)
    kept.set(row, may)
    this.membersOnly = before
    return may
  }

  mayWrite(row: Row): boolean {
    return this.person.id !== null && row.record.write !== null && this.holds(row.record.write, row)
  }

  seesField(row: Row, name: string): boolean {
    const field = [...row.record.fields, ...row.record.computed].find((candidate) => candidate.name === name)
    if (field && isForMembers(row.record, field) && !this.person.projects.includes(projectOf(row))) return false
    return !field?.visibleTo || this.holds(field.visibleTo, row)
  }

  /** One change of a row, in the row's own history: of its time and of now, whichever is narrower. */
  readsChange(entry: Row, row: Row): boolean {
    const { record } = row
    const isOwned = record.isProject || record.fields.some(({ name }) => name === 'project')
    if (!isOwned) return record.write !== null && this.holds(record.write, row)
    if (!this.person.projects.includes(String(entry.values.project))) return false
    const past = pastRows(this.world, entry, row)
    if (!past.every((then) => this.holds(record.read, then))) return false
    const field = record.fields.find(({ name }) => name === entry.values.field)
    const narrower = field?.visibleTo
    if (narrower && ![row, ...past].every((one) => this.holds(narrower, one))) return false
    return !field?.target || isOpen(recordNamed(field.target())) || this.readsNamed(entry)
  }

  /** What a relation named before and after is readable. */
  private readsNamed({ values }: Row): boolean {
    return [values.before, values.after].every((id) => {
      const named = id === null ? undefined : this.world.anywhere(id)
      return id === null || (named !== undefined && this.mayRead(named))
    })
  }

  /** Outside a record's history: all of the project for its lead partner, who knows no person of other projects. */
  private readsTrail(entry: Row): boolean {
    const { project, recordType, field } = entry.values
    if (project === null) return this.person.administrator
    const target = this.isLead(String(project)) && auditedField(String(recordType), String(field))?.target?.()
    return target === 'User' ? this.readsNamed(entry) : this.isLead(String(project))
  }

  private holds(rule: Rule, row: Row): boolean {
    switch (rule.rule) {
      case 'anyone':
        return true
      case 'nobody':
        return false
      case 'administrator':
        return this.person.administrator
      case 'money':
        return this.person.id !== null
      case 'members':
        return this.person.projects.includes(projectOf(row))
      case 'published':
        return this.isPublished(row)
      case 'inSight':
        return this.isPublished(row) || this.person.projects.includes(projectOf(row))
      case 'oneself':
        return this.person.id !== null && this.leadsTo(rule.path, row, [this.person.id])
      case 'equals':
        return String(row.values[rule.field]) === rule.value
      case 'differs':
        return row.values[rule.field] !== rule.value
      case 'empty':
        return row.values[rule.field] === null
      case 'once':
        return row.values[rule.field] !== null
      case 'evaluates':
        return this.leadsTo(rule.path, row, this.person.evaluations)
      case 'through':
        return this.overRelation(row, rule.relation, (target) => this.holds(rule.of, target))
      case 'every':
        return !row.past && this.overEvery(row, rule.many, rule.of)
      case 'companions':
        return this.isCompanion(String(rule.field === 'id' ? row.id : row.values[rule.field]))
      case 'own':
        return this.leadsTo(rule.path, row, this.person.partners)
      case 'leads':
        return this.leadsTo(rule.path, row, this.person.packages)
      case 'role':
        return this.person.roles.some(({ project, role }) => project === projectOf(row) && rule.roles.includes(role))
      case 'via':
        return this.overRelation(row, rule.relation, (target) => this.mayRead(target))
      case 'viaWrite':
        return this.overRelation(row, rule.relation, (target) => this.mayWrite(target))
      case 'audience':
        return this.byAudience(rule.insiders, row)
      case 'history':
        return this.readsTrail(row)
      case 'or':
        return rule.rules.some((part) => this.holds(part, row))
      case 'and':
        return rule.rules.every((part) => this.holds(part, row))
    }
    throw new Error(`The naive side does not know the rule ${JSON.stringify(rule)}`)
  }

  private isLead(project: string): boolean {
    return this.person.roles.some((held) => held.project === project && held.role === 'LEAD_PARTNER')
  }

  private isPublished(row: Row): boolean {
    const project = this.world.find('Project', projectOf(row))
    return !this.membersOnly && project?.values.published === true && project.values.archivedAt === null
  }

  /** Members of a project of one's own, past members too. */
  private isCompanion(user: string): boolean {
    return this.world.of('Membership').some(({ values }) => values.user === user && this.person.projects.includes(String(values.project)))
  }

  /** Insiders are members: whoever has a partner's rows in a project that is not in sight, as random rows may, sees none of them. */
  private byAudience(insiders: Rule, row: Row): boolean {
    const { audience } = row.values
    const [isPublished, isMember] = [this.isPublished(row), this.person.projects.includes(projectOf(row))]
    if (audience === 'PUBLIC' && isPublished) return true
    if (audience !== 'OWN' && isMember) return true
    return (isPublished || isMember) && this.holds(insiders, row)
  }

  private leadsTo([first, ...rest]: readonly string[], row: Row, wanted: readonly string[]): boolean {
    if (first === undefined || first === 'id') return wanted.includes(row.id)
    if (rest.length === 0) return wanted.includes(String(row.values[first]))
    const next = this.world.related(row, first)
    return next !== undefined && this.leadsTo(rest, next, wanted)
  }

  private overEvery(row: Row, many: string, rule: Rule): boolean {
    const inverse = row.record.many.find(({ name }) => name === many)
    const children = this.world.of(inverse?.target() ?? '').filter(({ values }) => values[inverse?.by ?? ''] === row.id)
    return children.every((child) => this.holds(rule, child))
  }

  private overRelation(row: Row, relation: string, may: (target: Row) => boolean): boolean {
    const target = this.world.related(row, relation)
    return target !== undefined && may(target)
  }
}

/** Every member of its project reads it, whatever it holds. */
function isOpen({ read, fields }: RecordMeta): boolean {
  const parts = read.rule === 'or' ? read.rules : [read]
  return parts.some((part) => {
    if (part.rule === 'via') return isOpen(recordNamed(fields.find(({ name }) => name === part.relation)?.target?.() ?? ''))
    return ['anyone', 'members', 'inSight'].includes(part.rule)
  })
}

const auditedField = (recordType: string, name: string) =>
  allRecords()
    .find((record) => record.audited && record.name === recordType)
    ?.fields.find((field) => field.name === name)

/** `can.update.allowed` and its like. */
export const offers = (record: RecordMeta, verb: 'update' | 'archive' | 'delete'): boolean => record.write !== null && record.verbs.includes(verb)
export const recordOf = recordNamed
