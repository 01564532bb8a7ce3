import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class SignInPace1796052596510 implements Migration {
  readonly name = 'SignInPace1796052596510'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "sign_in_pace" ("id" text NOT NULL, "full_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9d9b45130c8a7fbb8fb15700fb8" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "sign_in_pace_full_at_idx" ON "sign_in_pace"  ("full_at") `)
    await runner.query(`CREATE TABLE "known_device" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "token_hash" text NOT NULL, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_171dbcb4a77c6a7266851eaed2d" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE UNIQUE INDEX "known_device_user_id_token_hash_key" ON "known_device"  ("user_id", "token_hash") `)
    await runner.query('DROP TABLE "sign_in_failure"')
    await runner.query(`ALTER TABLE "one_time_link" ALTER COLUMN "user_id" DROP NOT NULL`)
  }
}
