import type { MigrationInterface } from 'typeorm'
import { Initial1795522849362 } from './1795522849362-initial.js'
import { SeeAs1795556312023 } from './1795556312023-see-as.js'
import { PlanInProgress1795559186974 } from './1795559186974-plan-in-progress.js'
import { Evaluation1795556958273 } from './1795556958273-evaluation.js'
import { Benchmarks1795557887336 } from './1795557887336-benchmarks.js'

type Migration = new () => MigrationInterface

/** Every migration, oldest first. */
export const migrations: Migration[] = [Initial1795522849362, SeeAs1795556312023, Evaluation1795556958273, Benchmarks1795557887336, PlanInProgress1795559186974]
