import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ForgetCreations1796037526974 implements Migration {
  readonly name = 'ForgetCreations1796037526974'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "creation" ADD "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`)
  }
}
