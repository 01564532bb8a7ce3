import type { Room } from '../room.js'
import { MeasurementResolver } from './measurement-resolver.js'
import { PilotResolver } from './pilot-resolver.js'
import { TargetResolver } from './target-resolver.js'

export const room: Room = { resolvers: [PilotResolver, MeasurementResolver, TargetResolver] }
