import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Outbox1796126981877 implements Migration {
  readonly name = 'Outbox1796126981877'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "mail" ("id" uuid NOT NULL, "kind" text NOT NULL, "record_id" uuid, "queued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempted_at" TIMESTAMP WITH TIME ZONE, "sent_at" TIMESTAMP WITH TIME ZONE, "failed_at" TIMESTAMP WITH TIME ZONE, "refusal" integer, CONSTRAINT "PK_5407da42b983ba54c6c62d462d3" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "mail_record_id_queued_at_idx" ON "mail"  ("record_id", "queued_at") `)
    await runner.query(`ALTER TABLE "invitation" ADD "earlier_token_hashes" text array NOT NULL DEFAULT '{}'`)
  }
}
