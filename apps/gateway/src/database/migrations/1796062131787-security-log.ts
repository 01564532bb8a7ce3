import type { QueryRunner } from 'typeorm'
import type { Migration } from './migration.js'

export class SecurityLog1796062131787 implements Migration {
  readonly name = 'SecurityLog1796062131787'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "refusal_count" ("id" text NOT NULL, "hour" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "user_id" uuid, "by_user_id" uuid, "network" text NOT NULL, "detail" text, "times" integer NOT NULL, "told" integer NOT NULL, CONSTRAINT "PK_65e915b2a137da760249042d6a4" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "refusal_count_hour_idx" ON "refusal_count"  ("hour") `)
    await runner.query(`CREATE TABLE "security_event" ("id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', "kind" text NOT NULL, "network" text, "record_type" text, "record_id" text, "detail" text, "times" integer NOT NULL DEFAULT '1', "request_id" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "user_id" uuid, "by_user_id" uuid, CONSTRAINT "security_event_kind_check" CHECK (kind = ANY (ARRAY['SIGNED_IN'::text, 'SIGNED_OUT'::text, 'SIGNED_OUT_EVERYWHERE'::text, 'SIGN_IN_FAILED'::text, 'DEVICE_NEW'::text, 'DEVICE_FORGOTTEN'::text, 'SEEING_AS'::text, 'PASSWORD_CHANGED'::text, 'PASSWORD_RESET'::text, 'PASSWORD_FAILED'::text, 'EMAIL_CHANGED'::text, 'RESET_LINK_MAILED'::text, 'RESET_LINK_TAKEN'::text, 'FACTOR_ADDED'::text, 'FACTOR_REMOVED'::text, 'FACTOR_FAILED'::text, 'RECOVERY_CODES_MADE'::text, 'RECOVERY_CODE_USED'::text, 'PROVIDER_JOINED'::text, 'PROVIDER_LEFT'::text, 'SESSION_ENDED'::text, 'TOKEN_MADE'::text, 'TOKEN_ENDED'::text, 'ACCOUNT_MADE'::text, 'ACCOUNT_CHANGED'::text, 'ACCOUNT_CLOSED'::text, 'ACCOUNT_REOPENED'::text, 'ACCOUNT_ERASED'::text, 'ADMINISTRATOR_MADE'::text, 'ADMINISTRATOR_ENDED'::text, 'MEMBERSHIP_GIVEN'::text, 'MEMBERSHIP_CHANGED'::text, 'MEMBERSHIP_ENDED'::text, 'INVITATION_MADE'::text, 'INVITATION_ACCEPTED'::text, 'PROJECT_MADE'::text, 'DEMONSTRATION_REMOVED'::text, 'FEED_READ'::text, 'DATA_EXPORTED'::text, 'IMPORTED'::text, 'BACKED_UP'::text, 'RESTORED'::text, 'SETTING_CHANGED'::text, 'LOG_KEY_CHANGED'::text, 'REFUSED'::text, 'TRIED_TOO_OFTEN'::text])), CONSTRAINT "PK_fb070407ce281c218223836bad4" PRIMARY KEY ("id"))`)
    await runner.query(`CREATE INDEX "security_event_user_id_idx" ON "security_event"  ("user_id", "id") `)
    await runner.query(`CREATE INDEX "security_event_by_user_id_idx" ON "security_event"  ("by_user_id", "id") `)
    await runner.query(`CREATE INDEX "security_event_at_id_idx" ON "security_event"  ("at", "id") `)
    await runner.query(`ALTER TABLE "security_event" ADD CONSTRAINT "FK_56cb4a0def609ebb317301bdd64" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
    await runner.query(`ALTER TABLE "security_event" ADD CONSTRAINT "FK_ecce08846a3b458353639540623" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`)
  }
}
