import type { QueryRunner } from 'typeorm'

/** One step from the tables of before to those of after, in a transaction. No way leads back but a backup: what a step drops is gone. */
export interface Migration {
  readonly name: string
  up(runner: QueryRunner): Promise<void>
}
