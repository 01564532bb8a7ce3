import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class DigitsAsGiven1796071516901 implements Migration {
  readonly name = 'DigitsAsGiven1796071516901'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "project" ALTER COLUMN "behind_threshold" TYPE numeric`)
    await runner.query(`ALTER TABLE "project" ALTER COLUMN "ahead_threshold" TYPE numeric`)
    await runner.query(`ALTER TABLE "pilot" ALTER COLUMN "weight" TYPE numeric`)
    await runner.query(`ALTER TABLE "indicator" ALTER COLUMN "band_low" TYPE numeric`)
    await runner.query(`ALTER TABLE "indicator" ALTER COLUMN "band_high" TYPE numeric`)
    await runner.query(`ALTER TABLE "indicator" ALTER COLUMN "baseline" TYPE numeric`)
    await runner.query(`ALTER TABLE "indicator" ALTER COLUMN "weight" TYPE numeric`)
    await runner.query(`ALTER TABLE "measurement" ALTER COLUMN "value" TYPE numeric`)
    await runner.query(`ALTER TABLE "measurement" ALTER COLUMN "numerator" TYPE numeric`)
    await runner.query(`ALTER TABLE "measurement" ALTER COLUMN "denominator" TYPE numeric`)
    await runner.query(`ALTER TABLE "target" ALTER COLUMN "value" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ALTER COLUMN "band_low" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ALTER COLUMN "band_high" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ALTER COLUMN "weight" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ALTER COLUMN "goalpost_low" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_indicator" ALTER COLUMN "goalpost_high" TYPE numeric`)
    await runner.query(`DROP INDEX "public"."benchmark_result_project_score_id_idx"`)
    await runner.query(`DROP INDEX "public"."benchmark_result_project_median_rank_id_idx"`)
    await runner.query(`ALTER TABLE "benchmark_result" ALTER COLUMN "score" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_result" ALTER COLUMN "median_rank" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_result" ALTER COLUMN "rank_from" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_result" ALTER COLUMN "rank_to" TYPE numeric`)
    await runner.query(`ALTER TABLE "benchmark_value" ALTER COLUMN "value" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_plan" ALTER COLUMN "agreement" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_plan" ALTER COLUMN "agreement_low" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_plan" ALTER COLUMN "agreement_high" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_effect" ALTER COLUMN "effect" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_effect" ALTER COLUMN "effect_low" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_effect" ALTER COLUMN "effect_high" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_effect" ALTER COLUMN "effect_size" TYPE numeric`)
    await runner.query(`ALTER TABLE "evaluation_effect" ALTER COLUMN "trend_difference" TYPE numeric`)
    await runner.query(`ALTER TABLE "regional_statistic" ALTER COLUMN "value" TYPE numeric`)
    await runner.query(`CREATE INDEX "benchmark_result_project_score_id_idx" ON "benchmark_result"  ("project_id", "score", "id") `)
    await runner.query(`CREATE INDEX "benchmark_result_project_median_rank_id_idx" ON "benchmark_result"  ("project_id", "median_rank", "id") `)
  }
}
