import { Invitation, MemberRole, Project, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import {
  checkPassword,
  countTry,
  forgetTry,
  type InvitationRow,
  insertPerson,
  joinProject,
  type NewPerson,
  openInvitations,
  takeInvitations,
} from '../access/index.js'
import { badInput } from '../kernel/errors.js'
import { hashPassword, hashSecret, isPassword } from '../kernel/secret.js'
import { AsksAgain } from '../request/asks-again.js'
import { type Context, strangerOf } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { checkReferences } from '../write/check-references.js'
import { lockFor } from '../write/lock-for.js'
import { writer } from '../write/write-record.js'
import { CreatedInvitation, describeInvitation, invitedPerson, makeInvitation, OpenInvitation, sendAgain } from './invitation.js'

/** People join a project by a one-time link. */
@Resolver(() => Invitation)
export class InvitationResolver {
  @AsksAgain()
  @Mutation(() => CreatedInvitation, { description: 'Invites a person into a role of a project. The link holds for 14 days.' })
  @Costs({ cost: 500, alone: true })
  async invite(
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
    @Arg('email', () => String, { description: 'E-mail of the person.' }) email: string,
    @Arg('displayName', () => String, { description: 'Name of the person.' }) displayName: string,
    @Arg('role', () => MemberRole.values, { description: 'The role.' }) role: string,
    @Arg('partnerId', () => ID, { nullable: true, description: 'The partner, for the role PARTNER.' }) partnerId: string | null,
    @Ctx() context: Context,
  ): Promise<CreatedInvitation> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, recordMeta(Project), 'invite', { id: projectId, version: null })
      const invited = invitedPerson({ email, displayName, role, partner: partnerId })
      if (invited.faults.length > 0) throw badInput(invited.faults)
      await checkReferences(run, viewer, recordMeta(Invitation), { project: projectId, partner: partnerId ?? null })
      const made = await makeInvitation(run, context, { projectId, ...invited.values })
      await logEvent(run, context, { kind: 'INVITATION_MADE', user: null, record: { type: 'Invitation', id: made.id } })
      return made
    })
  }

  @AsksAgain()
  @Mutation(() => CreatedInvitation, { description: 'Sends an invitation again: by a new link, which holds for 14 days. The former link ends.' })
  @Costs({ cost: 500, alone: true })
  async resendInvitation(
    @Arg('id', () => ID, { description: 'The invitation.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<CreatedInvitation> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, recordMeta(Invitation), 'resend', { id, version })
      await logEvent(run, context, { kind: 'INVITATION_MADE', user: null, record: { type: 'Invitation', id } })
      return sendAgain(run, context, id)
    })
  }

  @Query(() => OpenInvitation, { nullable: true, description: 'What a link of an invitation offers; null once it was used or has ended.' })
  @Costs({ cost: 50 })
  async openInvitation(
    @Arg('token', () => String, { description: 'Secret of the link.' }) token: string,
    @Arg('language', () => String, { nullable: true, description: 'Language (BCP 47), as en or it.' }) language: string | null,
    @Ctx() { database }: Context,
  ): Promise<OpenInvitation | null> {
    return describeInvitation(database.run, hashSecret(token), language ?? 'en')
  }

  @Mutation(() => Boolean, { description: 'Accepts an invitation. A new person sets a password; one who has an account gives its password.' })
  @Costs({ cost: 500, alone: true })
  async acceptInvitation(
    @Arg('token', () => String, { description: 'Secret of the link.' }) token: string,
    @Arg('password', () => String, { description: 'Password, 10 to 200 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { run } = context.database
    const person = await personOf(context, invitationIn(await openInvitations(run, 'link', hashSecret(token))), password)
    await context.database.write(strangerOf(context), async (inRun) => {
      const invitation = invitationIn(await takeInvitations(inRun, 'link', hashSecret(token)))
      await joinProject(inRun, invitation, person.id === null ? await insertPerson(inRun, person) : person.id)
    })
    return true
  }
}

function invitationIn([invitation]: readonly InvitationRow[]): InvitationRow {
  if (!invitation) throw badInput([{ path: ['token'], code: 'LINK_OVER', message: 'This link was used before or has ended. Ask for a new one.' }])
  return invitation
}

/** Whoever is invited: the account of that e-mail, whose password was given, or what a new one is made of. */
type InvitedAccount = { readonly id: string } | ({ readonly id: null } & NewPerson)

/** Takes its time for the password, and is asked before the transaction for that. */
async function personOf(context: Context, invitation: InvitationRow, password: string): Promise<InvitedAccount> {
  const { run } = context.database
  const [known] = await run('SELECT id, password_hash FROM app_user WHERE email = $1 AND archived_at IS NULL', [invitation.email])
  if (known) return provedAccount(context, String(known.id), known.password_hash as string | null, password)
  await checkPassword(password, await invitedTexts(run, invitation))
  const [displayName, email] = [String(invitation.display_name), String(invitation.email)]
  return { id: null, displayName, email, administrator: false, passwordHash: await hashPassword(password), byOneself: true }
}

async function provedAccount(context: Context, id: string, stored: string | null, password: string): Promise<InvitedAccount> {
  const trying = { account: id, network: context.address }
  await countTry(context.database, 'invitation', trying)
  if (await isPassword(stored, password)) {
    await forgetTry(context.database, 'invitation', trying)
    return { id }
  }
  context.refused('SIGN_IN_FAILED', id)
  throw badInput([{ path: ['password'], code: 'WRONG_PASSWORD', message: 'There is an account for this e-mail. Give its password.' }])
}

/** What somebody who guesses knows of whoever is invited. */
async function invitedTexts(run: RunSql, invitation: InvitationRow): Promise<string[]> {
  const [project] = await run('SELECT acronym FROM project WHERE id = $1', [invitation.project_id])
  return [invitation.display_name, invitation.email, project?.acronym].map(String)
}
