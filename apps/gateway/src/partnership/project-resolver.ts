import { AuditEntry, allRecords, Partner, Project, type RecordMeta, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput, forbidden } from '../kernel/errors.js'
import { AsksAgain } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { givenValues } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { insertRow, writer } from '../write/write-record.js'
import { CreatedInvitation, invitedPerson, makeInvitation } from './invitation.js'
import { zoneOf } from './zone-of.js'

const projects = recordMeta(Project)

@ObjectType({ description: 'A project as it is made, with the invitation of its lead partner.', simpleResolvers: true })
class CreatedProject {
  @Field(() => ID, { description: 'Identity of the project.' }) id!: string
  @Field(() => CreatedInvitation, { description: "The lead partner's invitation." }) invitation!: CreatedInvitation
}

@ObjectType({ description: 'What a deletion of the demonstration leaves.', simpleResolvers: true })
class DeletedDemonstration {
  @Field(() => ID, { description: 'Identity of what is gone.' }) id!: string
  @Field(() => Int, { description: 'Number of rows that went.' }) rows!: number
}

/** Projects come by an administrator, who names the first lead partner; only the demonstration ever goes. */
@Resolver()
export class ProjectResolver {
  @AsksAgain()
  @Mutation(() => CreatedProject, { description: 'Makes a project and invites its lead partner. Administrators only; it gives them no right to its content.' })
  @Costs({ cost: 500, alone: true })
  async createProject(
    @Arg('acronym', () => String, { description: 'Acronym of the project.' }) acronym: string,
    @Arg('title', () => String, { description: 'Its title.' }) title: string,
    @Arg('leadEmail', () => String, { description: 'E-mail of the person who leads it.' }) leadEmail: string,
    @Arg('leadName', () => String, { description: 'Name of that person.' }) leadName: string,
    @Arg('country', () => String, {
      nullable: true,
      description: 'Country of its lead partner: its time zone becomes that of the project, which may change it.',
    })
    country: string | null,
    @Ctx() context: Context,
  ): Promise<CreatedProject> {
    const viewer = writer(context)
    if (!viewer.administrator) throw forbidden('NOT_YOURS', 'ADMINISTRATOR', 'Only an administrator makes projects.')
    const { values, faults } = givenValues(projects, { acronym, title })
    faults.push(...givenValues(recordMeta(Partner), { country }).faults)
    const lead = invitedPerson({ email: leadEmail, displayName: leadName, role: 'LEAD_PARTNER', partner: null })
    faults.push(...lead.faults.map((fault) => ({ ...fault, path: [leadPaths[String(fault.path[0])] ?? 'leadEmail'] })))
    if (faults.length > 0) throw badInput(faults)
    return context.database.write(viewer, async (run) => {
      const id = uuidv7()
      await insertRow(run, viewer, projects, id, { ...values, ...zoneIn(country) }, false)
      await logEvent(run, context, { kind: 'PROJECT_MADE', user: null, record: { type: 'Project', id }, detail: String(values.acronym) })
      return { id, invitation: await makeInvitation(run, context, { projectId: id, ...lead.values }) }
    })
  }

  @Mutation(() => DeletedDemonstration, { description: 'Removes the demonstration with all its rows. Its lead partner or an administrator.' })
  async deleteDemonstration(
    @Arg('id', () => ID, { description: 'The demonstration project.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<DeletedDemonstration> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, projects, 'removeDemonstration', { id, version })
      return { id, rows: await removeProject(run, id) }
    })
  }
}

/** The time zone of a country, where one is known. */
function zoneIn(country: string | null): { readonly timeZone?: string } {
  const timeZone = country && zoneOf(country)
  return timeZone ? { timeZone } : {}
}

const leadPaths: Readonly<Record<string, string>> = { email: 'leadEmail', displayName: 'leadName' }

/** The only cascade there is: rows go before those that they refer to, then what the audit says of them, then the project. */
async function removeProject(run: RunSql, id: string): Promise<number> {
  const owned = allRecords().filter((record) => record.type !== AuditEntry && record.fields.some((field) => field.name === 'project'))
  let rows = 0
  for (const { table } of dependentsFirst(owned)) {
    const [gone] = await run(`WITH gone AS (DELETE FROM ${table} WHERE project_id = $1 RETURNING 1) SELECT count(*)::int AS rows FROM gone`, [id])
    rows += Number(gone?.rows ?? 0)
  }
  const [audited] = await run('SELECT remove_audit_of_demonstration($1) AS rows', [id])
  rows += Number(audited?.rows)
  await run(`DELETE FROM region r WHERE r.country = 'XX' AND NOT EXISTS (SELECT 1 FROM partner p WHERE p.region_id = r.id)`, [])
  await run('DELETE FROM project WHERE id = $1', [id])
  return rows + 1
}

function dependentsFirst(records: readonly RecordMeta[]): RecordMeta[] {
  const order: RecordMeta[] = []
  const visit = (record: RecordMeta) => {
    if (order.includes(record)) return
    for (const other of records) {
      const refers = other !== record && other.fields.some((field) => field.kind === 'belongsTo' && field.target?.() === record.name)
      if (refers) visit(other)
    }
    order.push(record)
  }
  for (const record of records) visit(record)
  return order
}
