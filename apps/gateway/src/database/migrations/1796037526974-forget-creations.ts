import type { MigrationInterface, QueryRunner } from 'typeorm'

export class ForgetCreations1796037526974 implements MigrationInterface {
  readonly name = 'ForgetCreations1796037526974'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "creation" ADD "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "creation" DROP COLUMN "created_at"`)
  }
}
