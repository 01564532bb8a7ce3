import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class PublishProgress1796104461006 implements Migration {
  readonly name = 'PublishProgress1796104461006'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "project" ADD "progress_public" boolean NOT NULL DEFAULT false`)
  }
}
