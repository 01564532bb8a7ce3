import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Sealing1796063407474 implements Migration {
  readonly name = 'Sealing1796063407474'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "log_leaf" ("index" bigint NOT NULL, "source" text NOT NULL, "row_id" uuid NOT NULL, "digest" bytea NOT NULL, "salt" bytea, "forgotten_by" uuid, CONSTRAINT "PK_cae6cfb4d89e30347255c8ea00d" PRIMARY KEY ("index"))`)
    await runner.query(`CREATE INDEX "log_leaf_row_id_idx" ON "log_leaf"  ("row_id") `)
    await runner.query(`CREATE TABLE "log_checkpoint" ("id" uuid NOT NULL, "size" bigint NOT NULL, "root" bytea NOT NULL, "frontier" bytea array NOT NULL, "key_name" text NOT NULL, "note" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c6af8b8502466b14579a417a734" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "log_checkpoint_size_at_idx" ON "log_checkpoint"  ("size", "at") `)
  }
}
