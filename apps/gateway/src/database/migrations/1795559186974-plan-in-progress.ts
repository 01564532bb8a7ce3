import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class PlanInProgress1795559186974 implements Migration {
  readonly name = 'PlanInProgress1795559186974'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pilot_progress" ADD "plan_days" date array NOT NULL DEFAULT '{}'`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "plan_shares" numeric array NOT NULL DEFAULT '{}'`)
    await runner.query(`DROP TABLE "pilot_plan_step"`)
  }
}
