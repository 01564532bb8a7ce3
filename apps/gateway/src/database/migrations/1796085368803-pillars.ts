import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Pillars1796085368803 implements Migration {
  readonly name = 'Pillars1796085368803'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "benchmark_pillar" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "position" integer NOT NULL DEFAULT '1', "title" text NOT NULL, "definition" text, "weight" numeric NOT NULL, "project_id" uuid NOT NULL, "benchmark_id" uuid NOT NULL, "above_id" uuid, CONSTRAINT "PK_f8225eba9db7897f1538154ad3e" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "benchmark_pillar_project_id_idx" ON "benchmark_pillar"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "benchmark_pillar_benchmark_id_idx" ON "benchmark_pillar"  ("benchmark_id", "id") `)
    await runner.query(`CREATE INDEX "benchmark_pillar_above_id_idx" ON "benchmark_pillar"  ("above_id", "id") `)
    await runner.query(`CREATE INDEX "benchmark_pillar_project_title_id_idx" ON "benchmark_pillar"  ("project_id", "title", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "benchmark_pillar_benchmark_title_key" ON "benchmark_pillar"  ("benchmark_id", "title") WHERE archived_at IS NULL`)
    await runner.query(`ALTER TABLE "benchmark" ADD "normalisation_doubt" text NOT NULL DEFAULT 'ALL'`)
    await runner.query(`ALTER TABLE "benchmark" ADD "aggregation_doubt" boolean NOT NULL DEFAULT true`)
    await runner.query(`ALTER TABLE "benchmark" ADD "missing_doubt" boolean NOT NULL DEFAULT true`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD "pillar_id" uuid`)
    await runner.query(`ALTER TABLE "benchmark_result" ADD "pillars" jsonb`)
    await runner.query(`ALTER TABLE "benchmark_result" ADD "frozen_values" jsonb`)
    // What editions froze stands beside each of their rows from now on, so that one is read without all the others.
    await runner.query(`UPDATE "benchmark_result" r SET frozen_values = v.found FROM (
      SELECT d.edition_id, x ->> 'entryId' AS entry_id, jsonb_agg(x) AS found FROM benchmark_edition_data d, jsonb_array_elements(d.frozen -> 'values') x GROUP BY 1, 2) v
      WHERE r.edition_id = v.edition_id AND r.entry_id::text = v.entry_id`)
    await runner.query(`CREATE INDEX "benchmark_indicator_pillar_id_idx" ON "benchmark_indicator"  ("pillar_id", "id") `)
    await runner.query(`ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_normalisation_doubt_check" CHECK (normalisation_doubt = ANY (ARRAY['ALL'::text, 'MIN_MAX_OR_DISTANCE'::text, 'NONE'::text]))`)
    await runner.query(`ALTER TABLE "benchmark_pillar" ADD CONSTRAINT "FK_88cc0de0f71c2bbb58b9937ae66" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "benchmark_pillar" ADD CONSTRAINT "FK_a080d3d3c2a267af67a4f517d9e" FOREIGN KEY ("benchmark_id") REFERENCES "benchmark"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "benchmark_pillar" ADD CONSTRAINT "FK_3ec25f224602dee42167394c65b" FOREIGN KEY ("above_id") REFERENCES "benchmark_pillar"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD CONSTRAINT "FK_4c9557a54ee46668e41417424b0" FOREIGN KEY ("pillar_id") REFERENCES "benchmark_pillar"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
