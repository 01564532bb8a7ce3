import type { Room } from '../room.js'
import { DeliverableResolver } from './deliverable-resolver.js'

export const room: Room = { resolvers: [DeliverableResolver] }
