import type { Room } from '../room.js'
import { CollaborationResolver } from './collaboration-resolver.js'

export const room: Room = { resolvers: [CollaborationResolver] }
