import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class JudgedChanges1796052700001 implements Migration {
  readonly name = 'JudgedChanges1796052700001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "audit_entry" ADD "judged_before" jsonb`)
    await runner.query(`ALTER TABLE "audit_entry" ADD "judged_after" jsonb`)
  }
}
