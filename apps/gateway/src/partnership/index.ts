import type { Room } from '../room.js'
import { INVITATION_MAIL, invitationMail } from './invitation-mail.js'
import { InvitationResolver } from './invitation-resolver.js'
import { PartnerResolver } from './partner-resolver.js'
import { ProjectResolver } from './project-resolver.js'

export const room: Room = { resolvers: [InvitationResolver, PartnerResolver, ProjectResolver], mails: { [INVITATION_MAIL]: invitationMail } }
