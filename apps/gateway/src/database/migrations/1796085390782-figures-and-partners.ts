import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class FiguresAndPartners1796085390782 implements Migration {
  readonly name = 'FiguresAndPartners1796085390782'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "project_figure" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "title" text NOT NULL, "value" numeric, "exactness" text, "unit" text, "on_day" date, "on_day_precision" text, "target" numeric, "source" text, "project_id" uuid NOT NULL, CONSTRAINT "project_figure_exactness_check" CHECK (exactness = ANY (ARRAY['ABOUT'::text, 'MORE_THAN'::text, 'LESS_THAN'::text])), CONSTRAINT "project_figure_on_day_precision_check" CHECK (on_day_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text])), CONSTRAINT "PK_d6f79b7e92160538d3948e68cb5" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "project_figure_project_id_idx" ON "project_figure"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "project_figure_project_title_id_idx" ON "project_figure"  ("project_id", "title", "id") `)
    await runner.query(`CREATE INDEX "project_figure_project_on_day_id_idx" ON "project_figure"  ("project_id", "on_day", "id") `)
    await runner.query(`CREATE TABLE "pilot_partner" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "project_id" uuid NOT NULL, "pilot_id" uuid NOT NULL, "partner_id" uuid NOT NULL, CONSTRAINT "PK_fe0bb4790933312f6463ec2e62a" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "pilot_partner_project_id_idx" ON "pilot_partner"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "pilot_partner_pilot_id_idx" ON "pilot_partner"  ("pilot_id", "id") `)
    await runner.query(`CREATE INDEX "pilot_partner_partner_id_idx" ON "pilot_partner"  ("partner_id", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "pilot_partner_pilot_partner_key" ON "pilot_partner"  ("pilot_id", "partner_id") WHERE archived_at IS NULL`)
    await runner.query(`ALTER TABLE "pilot" ADD "without_targets" text`)
    await runner.query(`ALTER TABLE "project_figure" ADD CONSTRAINT "FK_27e345cdea08bf3e0219e92ab9e" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "pilot_partner" ADD CONSTRAINT "FK_69e4d5905519e892c11f15630ef" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "pilot_partner" ADD CONSTRAINT "FK_a9f7aa818ed37b82999a92c217c" FOREIGN KEY ("pilot_id") REFERENCES "pilot"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "pilot_partner" ADD CONSTRAINT "FK_5201a79d5bfc6c3b26cf4bd9157" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
