import type { Room } from '../room.js'
import { InvitationResolver } from './invitation-resolver.js'
import { PartnerResolver } from './partner-resolver.js'
import { ProjectResolver } from './project-resolver.js'

export const room: Room = { resolvers: [InvitationResolver, PartnerResolver, ProjectResolver] }
