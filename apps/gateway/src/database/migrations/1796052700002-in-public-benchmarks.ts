import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class InPublicBenchmarks1796052700002 implements Migration {
  readonly name = 'InPublicBenchmarks1796052700002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pilot" ADD "in_public_benchmarks" boolean NOT NULL DEFAULT false`)
  }
}
