import { room as access } from './access/index.js'
import { room as benchmark } from './benchmark/index.js'
import { room as collaboration } from './collaboration/index.js'
import { room as evaluation } from './evaluation/index.js'
import { room as events } from './events/index.js'
import { room as foresight } from './foresight/index.js'
import { room as partnership } from './partnership/index.js'
import { room as pilots } from './pilots/index.js'
import type { Room } from './room.js'
import { room as workplan } from './workplan/index.js'

/** All rooms of the gateway. Whatever one brings is named in its own `index.ts`. */
export const rooms: readonly Room[] = [access, partnership, workplan, pilots, benchmark, evaluation, collaboration, foresight, events]
