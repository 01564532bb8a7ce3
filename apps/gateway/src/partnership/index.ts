import type { Room } from '../room.js'
import { INVITATION_MAIL, invitationMail } from './invitation-mail.js'
import { InvitationResolver } from './invitation-resolver.js'
import { PartnerResolver } from './partner-resolver.js'
import { ProjectResolver } from './project-resolver.js'
import { RegionResolver } from './region-resolver.js'

export { FileReadingInput } from './file-reading-input.js'
export { type ChosenReading, chooseReading, type FilesOf, rememberReading } from './file-shapes.js'
export { markOf, readingOf } from './given-reading.js'

export const room: Room = { resolvers: [InvitationResolver, PartnerResolver, ProjectResolver, RegionResolver], mails: { [INVITATION_MAIL]: invitationMail } }
