import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

/** A name that everybody has is none of the project's own; any other stands in both languages. */
const translated = (column: string, usual: string): string[] => [
  `ALTER TABLE project ALTER COLUMN ${column} DROP DEFAULT, ALTER COLUMN ${column} DROP NOT NULL`,
  `ALTER TABLE project ALTER COLUMN ${column} TYPE jsonb USING CASE WHEN ${column} <> '${usual}' THEN jsonb_build_object('en', ${column}, 'it', ${column}) END`,
]

const steps = [
  ...translated('area_axis', 'Thematic area'),
  ...translated('phase_axis', 'Phase'),
  'ALTER TABLE project ADD area_axes jsonb, ADD phase_axes jsonb',
  `ALTER TABLE project ADD axes text NOT NULL DEFAULT 'BOTH'`,
  `ALTER TABLE project ADD CONSTRAINT project_axes_check CHECK ((axes = ANY (ARRAY['BOTH'::text, 'ROWS'::text, 'COLUMNS'::text])))`,
]

export class OwnAxes1796083500000 implements Migration {
  readonly name = 'OwnAxes1796083500000'

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step)
  }
}
