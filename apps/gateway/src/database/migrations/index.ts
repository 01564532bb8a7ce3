import type { MigrationInterface } from 'typeorm'
import { Initial1795522849362 } from './1795522849362-initial.js'
import { Evaluation1795556958273 } from './1795556958273-evaluation.js'

type Migration = new () => MigrationInterface

/** Every migration, oldest first. */
export const migrations: Migration[] = [Initial1795522849362, Evaluation1795556958273]
