import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ProviderAccounts1796059683262 implements Migration {
  readonly name = 'ProviderAccounts1796059683262'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "provider_visit" ("id" uuid NOT NULL, "provider" text NOT NULL, "token_hash" text NOT NULL, "state" text NOT NULL, "nonce" text NOT NULL, "verifier" text NOT NULL, "user_id" uuid, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_239d0fe99d2b54213b0708433e8" UNIQUE ("token_hash"), CONSTRAINT "PK_7dd3ea1d0435e5141c6a7524c43" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "provider_visit_expires_at_idx" ON "provider_visit"  ("expires_at") `)
    await runner.query(`CREATE TABLE "provider_session" ("session_id" uuid NOT NULL, "account_id" uuid NOT NULL, "id_token" text NOT NULL, CONSTRAINT "PK_ff4592b59ac00a3a29f7dfa7f95" PRIMARY KEY ("session_id"))`)
    await runner.query(`CREATE TABLE "provider_account" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "provider" text NOT NULL, "email" citext, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "issuer" text NOT NULL, "subject" text NOT NULL, "user_id" uuid NOT NULL, CONSTRAINT "PK_bc676d10be9807a0c1e67ca98b2" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE UNIQUE INDEX "provider_account_issuer_subject_key" ON "provider_account"  ("issuer", "subject") `)
    await runner.query(`CREATE INDEX "provider_account_user_id_idx" ON "provider_account"  ("user_id", "id") `)
    await runner.query(`ALTER TABLE "provider_account" ADD CONSTRAINT "FK_e1efafa354bf6a30603c0b69221" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
