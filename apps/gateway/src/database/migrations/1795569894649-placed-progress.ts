import type { MigrationInterface, QueryRunner } from 'typeorm'

export class PlacedProgress1795569894649 implements MigrationInterface {
  readonly name = 'PlacedProgress1795569894649'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pilot_progress" ADD "thematic_area_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "phase_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "work_package_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "partner_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "weight" numeric NOT NULL DEFAULT '0'`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "shared" boolean NOT NULL DEFAULT false`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "shared"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "weight"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "partner_id"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "work_package_id"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "phase_id"`)
    await runner.query(`ALTER TABLE "pilot_progress" DROP COLUMN "thematic_area_id"`)
  }
}
