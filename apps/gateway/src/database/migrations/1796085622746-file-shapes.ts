import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class FileShapes1796085622746 implements Migration {
  readonly name = 'FileShapes1796085622746'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "file_shape" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "imported_as" text NOT NULL, "shape" text NOT NULL, "heading" text NOT NULL, "reading" jsonb NOT NULL, "project_id" uuid NOT NULL, CONSTRAINT "file_shape_imported_as_check" CHECK (imported_as = ANY (ARRAY['STATISTICS'::text, 'ENTRIES'::text])), CONSTRAINT "PK_7ba596f7ba8952c1c51643d56e9" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "file_shape_project_id_idx" ON "file_shape"  ("project_id", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "file_shape_project_imported_as_shape_key" ON "file_shape"  ("project_id", "imported_as", "shape") WHERE archived_at IS NULL`)
    await runner.query(`ALTER TABLE "regional_statistic" ADD "flags" text`)
    await runner.query(`ALTER TABLE "file_shape" ADD CONSTRAINT "FK_c16bc7952b2fe38a6a8ec602d9c" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
