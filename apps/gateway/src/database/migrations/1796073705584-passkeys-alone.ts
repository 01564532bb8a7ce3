import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class PasskeysAlone1796073705584 implements Migration {
  readonly name = 'PasskeysAlone1796073705584'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "provider_visit" ADD "session_id" uuid`)
    await runner.query(`ALTER TABLE "provider_visit" ADD "in_window" boolean NOT NULL DEFAULT false`)
    await runner.query(`ALTER TABLE "half_session" ADD "way" text`)
    await runner.query(`ALTER TABLE "passkey_challenge" ALTER COLUMN "user_id" DROP NOT NULL`)
  }
}
