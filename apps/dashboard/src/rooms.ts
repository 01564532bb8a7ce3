import { room as access } from './access'
import { room as benchmark } from './benchmark'
import { room as collaboration } from './collaboration'
import { room as evaluation } from './evaluation'
import { room as events } from './events'
import { room as foresight } from './foresight'
import { room as home } from './home'
import { room as partnership } from './partnership'
import { room as pilots } from './pilots'
import type { Room } from './records/room'
import { room as reporting } from './reporting'
import { room as workplan } from './workplan'

/** The rooms, in the order of the rail. */
export const rooms: readonly Room[] = [home, workplan, events, pilots, evaluation, benchmark, collaboration, foresight, partnership, reporting, access]
