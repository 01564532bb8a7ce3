import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ProjectCurrency1796048410904 implements Migration {
  readonly name = 'ProjectCurrency1796048410904'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "project" ADD "currency" text NOT NULL DEFAULT 'EUR'`)
  }
}
