import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class UnknownNames1796049784433 implements Migration {
  readonly name = 'UnknownNames1796049784433'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."partner_project_name_id_idx"`)
    await runner.query(`ALTER TABLE "partner" ALTER COLUMN "name" DROP NOT NULL`)
    await runner.query(`CREATE INDEX "partner_project_name_id_idx" ON "partner"  ("project_id", "name", "id") `)
  }
}
