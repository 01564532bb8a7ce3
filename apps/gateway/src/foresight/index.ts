import type { Room } from '../room.js'
import { importRoutes } from './import-routes.js'
import { PositionResolver } from './position-resolver.js'

export const room: Room = { resolvers: [PositionResolver], routes: [{ path: '/imports', make: importRoutes }] }
