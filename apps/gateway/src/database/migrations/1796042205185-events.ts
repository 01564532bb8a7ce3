import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Events1796042205185 implements Migration {
  readonly name = 'Events1796042205185'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "event" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "title" text NOT NULL, "kind" text NOT NULL, "starts_on" date, "starts_on_precision" text, "ends_on" date, "ends_on_precision" text, "city" text, "country" text, "online_at" text, "description" text, "audience" text NOT NULL DEFAULT 'PROJECT', "minutes" text, "note" text, "project_id" uuid NOT NULL, "host_partner_id" uuid, CONSTRAINT "event_kind_check" CHECK (kind = ANY (ARRAY['LAUNCH'::text, 'STEERING_COMMITTEE'::text, 'WORKING_GROUP'::text, 'PROJECT_MEETING'::text, 'STUDY_VISIT'::text, 'SEMINAR'::text, 'TRAINING'::text, 'ROUND_TABLE'::text, 'CONFERENCE'::text, 'FINAL_CONFERENCE'::text, 'AGREEMENT'::text, 'OTHER'::text])), CONSTRAINT "event_starts_on_precision_check" CHECK (starts_on_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text])), CONSTRAINT "event_ends_on_precision_check" CHECK (ends_on_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text])), CONSTRAINT "event_audience_check" CHECK (audience = ANY (ARRAY['OWN'::text, 'PROJECT'::text, 'PUBLIC'::text])), CONSTRAINT "PK_30c2f3bbaf6d34a55f8ae6e4614" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "event_project_id_idx" ON "event"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "event_host_partner_id_idx" ON "event"  ("host_partner_id", "id") `)
    await runner.query(`CREATE INDEX "event_project_title_id_idx" ON "event"  ("project_id", "title", "id") `)
    await runner.query(`CREATE INDEX "event_project_kind_id_idx" ON "event"  ("project_id", "kind", "id") `)
    await runner.query(`CREATE INDEX "event_project_starts_on_id_idx" ON "event"  ("project_id", "starts_on", "id") `)
    await runner.query(`CREATE INDEX "event_project_country_id_idx" ON "event"  ("project_id", "country", "id") `)
    await runner.query(`CREATE TABLE "attendance" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "people" integer, "note" text, "project_id" uuid NOT NULL, "event_id" uuid NOT NULL, "partner_id" uuid NOT NULL, CONSTRAINT "PK_ee0ffe42c1f1a01e72b725c0cb2" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "attendance_project_id_idx" ON "attendance"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "attendance_event_id_idx" ON "attendance"  ("event_id", "id") `)
    await runner.query(`CREATE INDEX "attendance_partner_id_idx" ON "attendance"  ("partner_id", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "attendance_event_partner_key" ON "attendance"  ("event_id", "partner_id") WHERE archived_at IS NULL`)
    await runner.query(`CREATE TABLE "event_decision" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "title" text NOT NULL, "text" text, "due_on" date, "done_on" date, "project_id" uuid NOT NULL, "event_id" uuid NOT NULL, "partner_id" uuid NOT NULL, CONSTRAINT "PK_91a7901b49255298dab625ef3b0" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "event_decision_project_id_idx" ON "event_decision"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "event_decision_event_id_idx" ON "event_decision"  ("event_id", "id") `)
    await runner.query(`CREATE INDEX "event_decision_partner_id_idx" ON "event_decision"  ("partner_id", "id") `)
    await runner.query(`CREATE INDEX "event_decision_project_title_id_idx" ON "event_decision"  ("project_id", "title", "id") `)
    await runner.query(`CREATE INDEX "event_decision_project_due_on_id_idx" ON "event_decision"  ("project_id", "due_on", "id") `)
    await runner.query(`ALTER TABLE "event" ADD CONSTRAINT "FK_5ddf1fde7a9479ca096bb6a1424" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "event" ADD CONSTRAINT "FK_44bc22654b7adb9fcc66e0b8d99" FOREIGN KEY ("host_partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_c5799de2430664429ce15e3e2a1" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_7d7311cda422c942133ec077ed8" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_18cb1bc0e160fb8cf193b2f7d6c" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "event_decision" ADD CONSTRAINT "FK_f9405d070c6f9d8dece0c0d9ecd" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "event_decision" ADD CONSTRAINT "FK_e9fb5b4ddddaf1fb8e9728d6fe7" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "event_decision" ADD CONSTRAINT "FK_d5b6033036541cfbc3f9424811e" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
