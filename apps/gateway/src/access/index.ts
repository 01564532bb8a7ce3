import type { Room } from '../room.js'
import { AccessResolver } from './access-resolver.js'
import { SeeingResolver } from './seeing-resolver.js'

export { checkPassword } from './one-time-link.js'
export { checkThrottle, noteFailure } from './throttle.js'

export const room: Room = { resolvers: [AccessResolver, SeeingResolver] }
