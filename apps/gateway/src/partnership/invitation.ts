import { type Fault, Invitation, MemberRole, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Field, ID, ObjectType } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { OF_LINK, OPEN_INVITATION } from '../access/index.js'
import { queueMail } from '../jobs/outbox.js'
import { hashSecret, newSecret } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { requestIdOf } from '../request/request-id.js'
import { givenValues } from '../write/check-given.js'
import { INVITATION_MAIL, invitationLink } from './invitation-mail.js'

@ObjectType({ description: 'An invitation as it is made.', simpleResolvers: true })
export class CreatedInvitation {
  @Field(() => ID, { description: 'Identity of the invitation.' }) id!: string
  @Field(() => Boolean, { description: 'True: the link goes out by mail.' }) mailed!: boolean
  @Field(() => String, { nullable: true, description: 'The link, shown this once where no mail is set up.' }) link?: string | null
}

@ObjectType({ description: 'What an invitation offers to whoever has its link.', simpleResolvers: true })
export class OpenInvitation {
  @Field(() => String, { description: 'Acronym of the project.' }) acronym!: string
  @Field(() => String, { description: 'Title of the project.' }) title!: string
  @Field(() => MemberRole.values, { description: 'The role.' }) role!: string
  @Field(() => String, { nullable: true, description: 'Short name of the partner, for the role PARTNER.' }) partner?: string | null
  @Field(() => String, { description: 'Address that is invited.' }) email!: string
  @Field(() => String, { nullable: true, description: 'Name of who invited.' }) invitedBy?: string | null
  @Field(() => Boolean, { description: 'True: there is an account for this address, whose password is asked for.' }) hasAccount!: boolean
}

/** Who is invited, as what. */
export interface Invited {
  readonly email: string
  readonly displayName: string
  readonly role: string
  readonly partner: string | null
}

/** Who is invited, clean, and everything that is wrong with it. Without faults, every value is there. */
export function invitedPerson(given: Invited): { readonly values: Invited; readonly faults: Fault[] } {
  const { values, faults } = givenValues(recordMeta(Invitation), given, { called: { partner: 'partnerId' } })
  if (given.role === 'PARTNER' && !given.partner)
    faults.push({ path: ['partnerId'], code: 'PARTNER_NEEDED', message: 'Say which partner the person belongs to.' })
  return { values: { ...given, ...values }, faults }
}

/** Makes an invitation that holds for 14 days, and sends it. */
export async function makeInvitation(run: RunSql, context: Context, invited: Invited & { readonly projectId: string }): Promise<CreatedInvitation> {
  const [id, secret] = [uuidv7(), newSecret()]
  const { projectId, email, displayName, role, partner } = invited
  await run(
    `INSERT INTO invitation (id, version, project_id, email, display_name, role, partner_id, token_hash, expires_at, created_at, updated_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, moment_of_write() + interval '14 days', moment_of_write(), moment_of_write())`,
    [id, projectId, email, displayName, role, partner, hashSecret(secret)],
  )
  return handOut(run, context, id, secret)
}

/** Gives an invitation another link, which holds for 14 days, and sends it. */
export async function sendAgain(run: RunSql, context: Context, id: string): Promise<CreatedInvitation> {
  const secret = newSecret()
  await run(
    `UPDATE invitation SET token_hash = $2, earlier_token_hashes = '{}', expires_at = moment_of_write() + interval '14 days', version = version + 1, updated_at = moment_of_write() WHERE id = $1`,
    [id, hashSecret(secret)],
  )
  return handOut(run, context, id, secret)
}

/** By mail, soon, which makes a link of its own; where none is set up, the link is answered. */
async function handOut(run: RunSql, { mailer, publicUrl, response }: Context, id: string, secret: string): Promise<CreatedInvitation> {
  if (!mailer.enabled) return { id, mailed: false, link: invitationLink(publicUrl, secret) }
  await queueMail(run, { kind: INVITATION_MAIL, to: id, request: requestIdOf(response), recordId: id })
  return { id, mailed: true, link: null }
}

/** What an open invitation offers, by the hash of its link; null where there is none. */
export async function describeInvitation(run: RunSql, tokenHash: string, language: string): Promise<OpenInvitation | null> {
  const [found] = await run(
    `SELECT p.acronym, p.title, i.role, i.email, CASE WHEN o.id IS NOT NULL THEN name_or_place(coalesce(o.acronym, o.english_name, o.name), o.role, o.position, $2) END AS partner,
            (SELECT u.display_name FROM audit_entry a JOIN app_user u ON u.id = a.by_user_id
             WHERE a.record_type = 'Invitation' AND a.record_id = i.id::text AND a.action = 'CREATED' LIMIT 1) AS "invitedBy",
            EXISTS (SELECT FROM app_user u WHERE u.email = i.email AND u.archived_at IS NULL) AS "hasAccount"
     FROM (SELECT * FROM invitation WHERE ${OF_LINK} AND ${OPEN_INVITATION}) i
     JOIN project p ON p.id = i.project_id LEFT JOIN partner o ON o.id = i.partner_id`,
    [tokenHash, language],
  )
  return (found as unknown as OpenInvitation | undefined) ?? null
}
