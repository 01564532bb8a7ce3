import type { MigrationInterface } from 'typeorm'
import { Initial1795522849362 } from './1795522849362-initial.js'
import { Benchmarks1795557189118 } from './1795557189118-benchmarks.js'

type Migration = new () => MigrationInterface

/** Every migration, oldest first. */
export const migrations: Migration[] = [Initial1795522849362, Benchmarks1795557189118]
