import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

/** The fund that a role named is the partner's, where none stands there yet. Nobody changed anything: no trigger tells of it. */
const steps = [
  'ALTER TABLE partner DROP CONSTRAINT partner_role_check',
  'ALTER TABLE partner DISABLE TRIGGER USER',
  `UPDATE partner SET fund_id = fund.id FROM fund
   WHERE partner.fund_id IS NULL AND fund.project_id = partner.project_id AND fund.archived_at IS NULL AND partner.role = fund.code || '_PARTNER'`,
  `UPDATE partner SET role = 'PARTNER' WHERE role IN ('ERDF_PARTNER', 'IPA_PARTNER', 'ENPI_PARTNER')`,
  'ALTER TABLE partner ENABLE TRIGGER USER',
  `ALTER TABLE partner ADD CONSTRAINT partner_role_check CHECK ((role = ANY (ARRAY['LEAD_PARTNER'::text, 'PARTNER'::text, 'ASSOCIATED_PARTNER'::text])))`,
]

export class PartnerRoles1796060166402 implements Migration {
  readonly name = 'PartnerRoles1796060166402'

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step)
  }
}
