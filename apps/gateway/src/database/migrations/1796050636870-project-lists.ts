import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

const lists = [
  `DROP INDEX "public"."fund_budget_project_fund_key"`,
  `ALTER TABLE "partner" DROP CONSTRAINT "partner_type_check"`,
  `ALTER TABLE "partner" DROP CONSTRAINT "partner_fund_check"`,
  `ALTER TABLE "budget_share" DROP CONSTRAINT "budget_share_fund_check"`,
  `ALTER TABLE "fund_budget" DROP CONSTRAINT "fund_budget_fund_check"`,
  `CREATE TABLE "fund" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "code" text NOT NULL, "title" jsonb NOT NULL, "project_id" uuid NOT NULL, CONSTRAINT "PK_b3ac6e413e6e449bb499db1ccbc" PRIMARY KEY ("id"))`,
  `CREATE INDEX "fund_project_id_idx" ON "fund"  ("project_id", "id") `,
  `CREATE INDEX "fund_project_code_id_idx" ON "fund"  ("project_id", "code", "id") `,
  `CREATE UNIQUE INDEX "fund_project_code_key" ON "fund"  ("project_id", "code") WHERE archived_at IS NULL`,
  `CREATE TABLE "partner_type" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "code" text NOT NULL, "title" jsonb NOT NULL, "project_id" uuid NOT NULL, CONSTRAINT "PK_113ea8f499b431942768929a231" PRIMARY KEY ("id"))`,
  `CREATE INDEX "partner_type_project_id_idx" ON "partner_type"  ("project_id", "id") `,
  `CREATE INDEX "partner_type_project_code_id_idx" ON "partner_type"  ("project_id", "code", "id") `,
  `CREATE UNIQUE INDEX "partner_type_project_code_key" ON "partner_type"  ("project_id", "code") WHERE archived_at IS NULL`,
  `ALTER TABLE "fund" ADD CONSTRAINT "FK_0377d26134979feeeb01735f135" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "partner_type" ADD CONSTRAINT "FK_45ad69212cc0006baf440a60ff1" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
]

/** What every project could choose before, by its code: in English and Italian. */
const funds = { ERDF: ['ERDF', 'FESR'], IPA: ['IPA', 'IPA'], ENPI: ['ENPI', 'ENPI'], OWN: ['Own means', 'Mezzi propri'] }
const partnerTypes = {
  PUBLIC_AUTHORITY: ['Public authority', 'Autorità pubblica'],
  DEVELOPMENT_AGENCY: ['Development agency', 'Agenzia di sviluppo'],
  RESEARCH_ORGANISATION: ['Research organisation', 'Ente di ricerca'],
  INNOVATION_OR_CLUSTER_NETWORK: ['Innovation or cluster network', 'Rete di innovazione o cluster'],
}

/** The entries of a list, in every project. */
const entries = (table: string, list: Readonly<Record<string, readonly string[]>>): string =>
  `INSERT INTO ${table} (id, created_at, updated_at, code, title, project_id)
   SELECT gen_random_uuid(), now(), now(), entry.code, jsonb_build_object('en', entry.en, 'it', entry.it), project.id FROM project,
   (VALUES ${Object.entries(list)
     .map(([code, [en, it]]) => `('${code}', '${en}', '${it}')`)
     .join(', ')}) entry (code, en, it)`

const moved = [
  ['partner', 'type', 'partner_type'],
  ['partner', 'fund', 'fund'],
  ['budget_share', 'fund', 'fund'],
  ['fund_budget', 'fund', 'fund'],
] as const

/** A code becomes the entry of the row's own project. Nobody changed anything: no trigger tells of it. */
const move = (table: string, column: string, list: string): string[] => [
  `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  `UPDATE ${table} SET ${column}_id = entry.id FROM ${list} entry WHERE entry.project_id = ${table}.project_id AND entry.code = ${table}.${column}`,
  `ALTER TABLE ${table} ENABLE TRIGGER USER`,
  `ALTER TABLE ${table} DROP COLUMN ${column}`,
]

export class ProjectLists1796050636870 implements Migration {
  readonly name = 'ProjectLists1796050636870'

  async up(runner: QueryRunner): Promise<void> {
    for (const step of lists) await runner.query(step)
    await runner.query(entries('fund', funds))
    await runner.query(entries('partner_type', partnerTypes))
    await runner.query(`ALTER TABLE "partner" ADD "type_id" uuid`)
    await runner.query(`ALTER TABLE "partner" ADD "fund_id" uuid`)
    await runner.query(`ALTER TABLE "budget_share" ADD "fund_id" uuid`)
    await runner.query(`ALTER TABLE "fund_budget" ADD "fund_id" uuid`)
    for (const [table, column, list] of moved) for (const step of move(table, column, list)) await runner.query(step)
    await runner.query(`ALTER TABLE "fund_budget" ALTER COLUMN "fund_id" SET NOT NULL`)
    await runner.query(`CREATE INDEX "partner_type_id_idx" ON "partner"  ("type_id", "id") `)
    await runner.query(`CREATE INDEX "partner_fund_id_idx" ON "partner"  ("fund_id", "id") `)
    await runner.query(`CREATE INDEX "budget_share_fund_id_idx" ON "budget_share"  ("fund_id", "id") `)
    await runner.query(`CREATE INDEX "fund_budget_fund_id_idx" ON "fund_budget"  ("fund_id", "id") `)
    await runner.query(`CREATE UNIQUE INDEX "fund_budget_project_fund_key" ON "fund_budget"  ("project_id", "fund_id") WHERE archived_at IS NULL`)
    await runner.query(`ALTER TABLE "partner" ADD CONSTRAINT "FK_113ea8f499b431942768929a231" FOREIGN KEY ("type_id") REFERENCES "partner_type"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "partner" ADD CONSTRAINT "FK_0ef77badc9242651e445dc13d4e" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "budget_share" ADD CONSTRAINT "FK_fa7d5273b18ab2868f7a4cdbc54" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "fund_budget" ADD CONSTRAINT "FK_e71bfcdcc3f08992df331cb5007" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
