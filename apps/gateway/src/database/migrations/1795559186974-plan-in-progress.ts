import type { MigrationInterface, QueryRunner } from 'typeorm'

export class PlanInProgress1795559186974 implements MigrationInterface {
  readonly name = 'PlanInProgress1795559186974'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pilot_progress" ADD "plan_days" date array NOT NULL DEFAULT '{}'`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "plan_shares" numeric array NOT NULL DEFAULT '{}'`)
    await runner.query(`DROP TABLE "pilot_plan_step"`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "pilot_plan_step" ("pilot_id" uuid NOT NULL, "from_day" date NOT NULL, "planned" numeric NOT NULL, CONSTRAINT "PK_808b2b0da2e7d257f0073903a73" PRIMARY KEY ("pilot_id", "from_day"))`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "plan_shares"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "plan_days"`)
  }
}
