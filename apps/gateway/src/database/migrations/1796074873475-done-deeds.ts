import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class DoneDeeds1796074873475 implements Migration {
  readonly name = 'DoneDeeds1796074873475'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "done_deed" ("id" text NOT NULL, "input_hash" text NOT NULL, "answer" jsonb, "done_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9a5087aaa7be204e983ec1e606b" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "done_deed_done_at_idx" ON "done_deed"  ("done_at") `)
  }
}
