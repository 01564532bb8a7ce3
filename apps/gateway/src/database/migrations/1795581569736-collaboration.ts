import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Collaboration1795581569736 implements Migration {
  readonly name = 'Collaboration1795581569736'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "collaboration_actor" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "name" text NOT NULL, "kind" text NOT NULL, "project_id" uuid NOT NULL, "pilot_id" uuid NOT NULL, "partner_id" uuid, CONSTRAINT "collaboration_actor_kind_check" CHECK (kind = ANY (ARRAY['FIRM'::text, 'CLUSTER_ORGANISATION'::text, 'RESEARCH'::text, 'AUTHORITY'::text, 'FINANCE'::text, 'OTHER'::text])), CONSTRAINT "PK_0f0d6e5b8f613f1af91ab86d073" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "collaboration_actor_project_id_idx" ON "collaboration_actor"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_actor_pilot_id_idx" ON "collaboration_actor"  ("pilot_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_actor_partner_id_idx" ON "collaboration_actor"  ("partner_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_actor_project_name_id_idx" ON "collaboration_actor"  ("project_id", "name", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "collaboration_actor_pilot_name_key" ON "collaboration_actor"  ("pilot_id", "name") WHERE archived_at IS NULL`)
    await runner.query(`CREATE TABLE "collaboration" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "before" text, "after" text, "before_on" date, "after_on" date, "source" text, "project_id" uuid NOT NULL, "pilot_id" uuid NOT NULL, "actor_id" uuid NOT NULL, "other_id" uuid NOT NULL, CONSTRAINT "collaboration_before_check" CHECK (before = ANY (ARRAY['NONE'::text, 'CONTACT'::text, 'EXCHANGE'::text, 'JOINT_WORK'::text])), CONSTRAINT "collaboration_after_check" CHECK (after = ANY (ARRAY['NONE'::text, 'CONTACT'::text, 'EXCHANGE'::text, 'JOINT_WORK'::text])), CONSTRAINT "PK_16651fd53e1fc690513e3346063" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "collaboration_project_id_idx" ON "collaboration"  ("project_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_pilot_id_idx" ON "collaboration"  ("pilot_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_actor_id_idx" ON "collaboration"  ("actor_id", "id") `)
    await runner.query(`CREATE INDEX "collaboration_other_id_idx" ON "collaboration"  ("other_id", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "collaboration_actor_other_key" ON "collaboration"  ("actor_id", "other_id") WHERE archived_at IS NULL`)
    await runner.query(`ALTER TABLE "collaboration_actor" ADD CONSTRAINT "FK_66577d2f4dc550655bb6a58de23" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration_actor" ADD CONSTRAINT "FK_cc6ccbfc1019ed1a22b82dc2ebf" FOREIGN KEY ("pilot_id") REFERENCES "pilot"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration_actor" ADD CONSTRAINT "FK_36a34f5744c126f8397e512e02f" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration" ADD CONSTRAINT "FK_bced4da3ec7e8c2847541edb0fe" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration" ADD CONSTRAINT "FK_2b7c4af7b046b69db6e01cc2d63" FOREIGN KEY ("pilot_id") REFERENCES "pilot"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration" ADD CONSTRAINT "FK_0f0d6e5b8f613f1af91ab86d073" FOREIGN KEY ("actor_id") REFERENCES "collaboration_actor"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "collaboration" ADD CONSTRAINT "FK_0442ad04047dd17af75d2fefa6b" FOREIGN KEY ("other_id") REFERENCES "collaboration_actor"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
