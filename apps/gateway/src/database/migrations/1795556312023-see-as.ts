import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class SeeAs1795556312023 implements Migration {
  readonly name = 'SeeAs1795556312023'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" ADD "seeing_as_id" uuid`)
    await runner.query(`CREATE INDEX "session_seeing_as_id_idx" ON "session"  ("seeing_as_id", "id") `)
    await runner.query(`ALTER TABLE "session" ADD CONSTRAINT "FK_76fab8bdce9869d0c1360067281" FOREIGN KEY ("seeing_as_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
