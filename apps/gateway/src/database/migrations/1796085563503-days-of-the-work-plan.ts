import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class DaysOfTheWorkPlan1796085563503 implements Migration {
  readonly name = 'DaysOfTheWorkPlan1796085563503'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "phase_project_starts_on_id_idx" ON "phase"  ("project_id", "starts_on", "id") `)
    await runner.query(`CREATE INDEX "phase_project_ends_on_id_idx" ON "phase"  ("project_id", "ends_on", "id") `)
    await runner.query(`CREATE INDEX "activity_project_planned_start_id_idx" ON "activity"  ("project_id", "planned_start", "id") `)
    await runner.query(`CREATE INDEX "activity_project_planned_end_id_idx" ON "activity"  ("project_id", "planned_end", "id") `)
    await runner.query(`CREATE INDEX "deliverable_project_handed_in_on_id_idx" ON "deliverable"  ("project_id", "handed_in_on", "id") `)
    await runner.query(`CREATE INDEX "milestone_project_passed_on_id_idx" ON "milestone"  ("project_id", "passed_on", "id") `)
  }
}
