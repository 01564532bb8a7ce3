import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

const steps = [
  'ALTER TABLE partner ALTER COLUMN country DROP NOT NULL',
  'ALTER TABLE partner ADD former_names text',
  'ALTER TABLE citation ADD says text, ADD verdict text, ADD reason text',
  `ALTER TABLE citation ADD CONSTRAINT citation_verdict_check CHECK ((verdict = ANY (ARRAY['HOLDS'::text, 'OVERRULED'::text])))`,
  'ALTER TABLE pilot ALTER COLUMN partner_id DROP NOT NULL',
]

export class UnknownFacts1796083500001 implements Migration {
  readonly name = 'UnknownFacts1796083500001'

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step)
  }
}
