import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class Denominators1796130142360 implements Migration {
  readonly name = 'Denominators1796130142360'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD "per" numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD "denominator_id" uuid`)
    await runner.query(`CREATE INDEX "benchmark_indicator_denominator_id_idx" ON "benchmark_indicator"  ("denominator_id", "id") `)
    await runner.query(`ALTER TABLE "benchmark_indicator" ADD CONSTRAINT "FK_9d257f5d11b1770a73b1003ba89" FOREIGN KEY ("denominator_id") REFERENCES "benchmark_indicator"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
