import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class PlacedProgress1795570747730 implements Migration {
  readonly name = 'PlacedProgress1795570747730'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."pilot_progress_project_id_idx"`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "thematic_area_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "phase_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "work_package_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "partner_id" uuid`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "weight" numeric NOT NULL DEFAULT '0'`)
    await runner.query(`ALTER TABLE "pilot_progress" ADD "shared" boolean NOT NULL DEFAULT false`)
    await runner.query(`CREATE INDEX "pilot_progress_project_id_idx" ON "pilot_progress"  ("project_id", "valid_from") `)
  }
}
