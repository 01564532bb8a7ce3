import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Bands1795580851301 implements Migration {
  readonly name = 'Bands1795580851301'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "indicator" ADD "band_low" numeric(20,6)`)
    await runner.query(`ALTER TABLE "indicator" ADD "band_high" numeric(20,6)`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD "band_low" numeric(20,6)`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD "band_high" numeric(20,6)`)
    await runner.query(`ALTER TABLE "indicator" DROP CONSTRAINT "indicator_direction_check", ADD CONSTRAINT "indicator_direction_check" CHECK ((direction = ANY (ARRAY['MORE'::text, 'LESS'::text, 'BAND'::text])))`)
    await runner.query(`ALTER TABLE "benchmark_indicator" DROP CONSTRAINT "benchmark_indicator_direction_check", ADD CONSTRAINT "benchmark_indicator_direction_check" CHECK ((direction = ANY (ARRAY['MORE'::text, 'LESS'::text, 'BAND'::text])))`)
  }
}
