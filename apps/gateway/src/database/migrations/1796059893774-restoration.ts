import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Restoration1796059893774 implements Migration {
  readonly name = 'Restoration1796059893774'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "restoration" ("id" uuid NOT NULL, "backup_made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "backup_release" text NOT NULL, "restored_at" TIMESTAMP WITH TIME ZONE NOT NULL, "woken_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8ce5702e580f247cfdaa36c1d7f" PRIMARY KEY ("id"))`)
  }
}
