import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class ForgetKindsNeverTold1796085506804 implements Migration {
  readonly name = 'ForgetKindsNeverTold1796085506804'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "security_event" DROP CONSTRAINT "security_event_kind_check", ADD CONSTRAINT "security_event_kind_check" CHECK ((kind = ANY (ARRAY['SIGNED_IN'::text, 'SIGNED_OUT'::text, 'SIGNED_OUT_EVERYWHERE'::text, 'SIGN_IN_FAILED'::text, 'DEVICE_NEW'::text, 'SEEING_AS'::text, 'PASSWORD_CHANGED'::text, 'PASSWORD_RESET'::text, 'PASSWORD_FAILED'::text, 'EMAIL_CHANGED'::text, 'RESET_LINK_MAILED'::text, 'RESET_LINK_TAKEN'::text, 'FACTOR_ADDED'::text, 'FACTOR_REMOVED'::text, 'FACTOR_FAILED'::text, 'RECOVERY_CODES_MADE'::text, 'RECOVERY_CODE_USED'::text, 'PROVIDER_JOINED'::text, 'PROVIDER_LEFT'::text, 'SESSION_ENDED'::text, 'TOKEN_MADE'::text, 'TOKEN_ENDED'::text, 'ACCOUNT_MADE'::text, 'ACCOUNT_CHANGED'::text, 'ACCOUNT_CLOSED'::text, 'ACCOUNT_REOPENED'::text, 'ERASURE_ASKED'::text, 'ACCOUNT_ERASED'::text, 'ADMINISTRATOR_MADE'::text, 'ADMINISTRATOR_ENDED'::text, 'MEMBERSHIP_GIVEN'::text, 'MEMBERSHIP_CHANGED'::text, 'MEMBERSHIP_ENDED'::text, 'INVITATION_MADE'::text, 'INVITATION_ACCEPTED'::text, 'PROJECT_MADE'::text, 'DEMONSTRATION_REMOVED'::text, 'DATA_FORGOTTEN'::text, 'FEED_READ'::text, 'DATA_EXPORTED'::text, 'IMPORTED'::text, 'BACKED_UP'::text, 'RESTORED'::text, 'LOG_KEY_CHANGED'::text, 'REFUSED'::text, 'TRIED_TOO_OFTEN'::text])))`)
  }
}
