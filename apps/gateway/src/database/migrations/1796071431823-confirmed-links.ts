import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ConfirmedLinks1796071431823 implements Migration {
  readonly name = 'ConfirmedLinks1796071431823'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "one_time_link" ADD "made_by_id" uuid`)
    await runner.query(`ALTER TABLE "one_time_link" ADD "confirmed_by_id" uuid`)
  }
}
