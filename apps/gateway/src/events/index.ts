import type { Room } from '../room.js'
import { calendarRoute } from './calendar-route.js'
import { DecisionResolver } from './decision-resolver.js'

export const room: Room = {
  resolvers: [DecisionResolver],
  routes: [{ path: '/events', make: calendarRoute }],
}
