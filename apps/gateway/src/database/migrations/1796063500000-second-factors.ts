import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class SecondFactors1796063500000 implements Migration {
  readonly name = 'SecondFactors1796063500000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "recovery_code" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "code_hash" text NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_b7f1e23329e93a80e25fd281922" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"  ("user_id", "code_hash") `)
    await runner.query(`CREATE TABLE "half_session" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "token_hash" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_97dcf1f974c5fd8cb1945e1109d" UNIQUE ("token_hash"), CONSTRAINT "PK_325296124d622631e0146bc6c14" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "half_session_expires_at_idx" ON "half_session"  ("expires_at") `)
    await runner.query(`CREATE TABLE "passkey_challenge" ("challenge" text NOT NULL, "user_id" uuid NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c80e62c4e15da2e208c893323b4" PRIMARY KEY ("challenge"))`)
    await runner.query(`CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"  ("expires_at") `)
    await runner.query(`CREATE TABLE "second_factor" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "kind" text NOT NULL, "name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "secret" text, "last_step" integer, "credential_id" text, "public_key" text, "counter" bigint, "user_id" uuid NOT NULL, CONSTRAINT "UQ_305231e14131e787cade5341028" UNIQUE ("credential_id"), CONSTRAINT "second_factor_kind_check" CHECK (kind = ANY (ARRAY['CODES'::text, 'PASSKEY'::text])), CONSTRAINT "PK_e649c0d005a9b07eb4bed5e0533" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "second_factor_user_id_idx" ON "second_factor"  ("user_id", "id") `)
    await runner.query(`ALTER TABLE "session" ADD "network" text`)
    await runner.query(`ALTER TABLE "session" ADD "proved_at" TIMESTAMP WITH TIME ZONE`)
    await runner.query(`ALTER TABLE "second_factor" ADD CONSTRAINT "FK_ed3b12c71bfc8b301ef340e1717" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
