import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ExactFigures1796104068974 implements Migration {
  readonly name = 'ExactFigures1796104068974'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "measurement" ADD "exactness" text`)
    // Where two held, as two at once could make it, the newer one goes on to hold.
    await runner.query(`UPDATE "citation" c SET verdict = NULL WHERE verdict = 'HOLDS' AND archived_at IS NULL AND EXISTS (SELECT FROM "citation" o
      WHERE o.record_id = c.record_id AND o.field IS NOT DISTINCT FROM c.field AND o.verdict = 'HOLDS' AND o.archived_at IS NULL
        AND (o.updated_at, o.id) > (c.updated_at, c.id))`)
    await runner.query(`CREATE UNIQUE INDEX "citation_record_holds_key" ON "citation"  ("record_id") WHERE verdict = 'HOLDS' AND archived_at IS NULL AND field IS NULL`)
    await runner.query(`CREATE UNIQUE INDEX "citation_field_holds_key" ON "citation"  ("record_id", "field") WHERE verdict = 'HOLDS' AND archived_at IS NULL`)
    await runner.query(`ALTER TABLE "measurement" ADD CONSTRAINT "measurement_exactness_check" CHECK (exactness = ANY (ARRAY['ABOUT'::text, 'MORE_THAN'::text, 'LESS_THAN'::text]))`)
  }
}
