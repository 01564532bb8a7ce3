import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OfPerson, type Personal } from '../model/personal.js'

/** What is between two steps of somebody's, and taken away within a day after it was done or ran out. */
const passing: Personal = { purpose: 'SECURITY', until: 'EXPIRED', days: 1, erase: 'DELETE' }
/** What stands in for a device or a second factor. */
const lasting: Personal = { purpose: 'SECURITY', until: 'REMOVED', erase: 'DELETE' }
const ofDevice: Personal = { purpose: 'SECURITY', until: 'UNUSED', days: 180, erase: 'DELETE' }
const ofProviderSession: Personal = { purpose: 'SECURITY', until: 'ENDED', days: 90, erase: 'DELETE' }

/** A link by which a person sets a password once, who has forgotten it or is the first administrator, for whom there is no account yet. No GraphQL type. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  /** The administrator who took it for the person, and the other one who confirmed it. */
  @OfPerson({ ...passing, over: 'app_user' }) @Column({ type: 'uuid', name: 'made_by_id', nullable: true }) madeById?: string
  @OfPerson({ ...passing, over: 'app_user' }) @Column({ type: 'uuid', name: 'confirmed_by_id', nullable: true }) confirmedById?: string
  @Column({ type: 'text', name: 'token_hash', unique: true }) tokenHash!: string
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt?: Date
}

/** How soon somebody may try again: an account, a network, or both together, as a hash; spread out, its tries reach until `full_at`. No GraphQL type. */
@Entity('sign_in_pace')
@Index('sign_in_pace_full_at_idx', ['fullAt'])
export class SignInPace {
  @PrimaryColumn({ type: 'text' }) id!: string
  @Column({ type: 'timestamptz', name: 'full_at' }) fullAt!: Date
}

/** A browser in which a person has signed in before, by the hash of a cookie. No GraphQL type. */
@Entity('known_device')
@Index('known_device_user_id_token_hash_key', ['userId', 'tokenHash'], { unique: true })
export class KnownDevice {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @OfPerson(ofDevice) @Column({ type: 'uuid', name: 'user_id' }) userId!: string
  @Column({ type: 'text', name: 'token_hash' }) tokenHash!: string
  @OfPerson(ofDevice) @Column({ type: 'timestamptz', name: 'seen_at' }) seenAt!: Date
}

/**
 * Somebody on the way to a provider of identities and back: in one browser, which keeps a cookie, once, within ten minutes. With a person:
 * the account there is to be joined to theirs; with a session: it is to prove that its person is there. No GraphQL type.
 */
@Entity('provider_visit')
@Index('provider_visit_expires_at_idx', ['expiresAt'])
export class ProviderVisit {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @Column({ type: 'text' }) provider!: string
  /** SHA-256 of the cookie. */
  @Column({ type: 'text', name: 'token_hash', unique: true }) tokenHash!: string
  @Column({ type: 'text' }) state!: string
  @Column({ type: 'text' }) nonce!: string
  @Column({ type: 'text' }) verifier!: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  @Column({ type: 'uuid', name: 'session_id', nullable: true }) sessionId?: string
  /** It goes in a window of its own, which closes in the end. */
  @Column({ type: 'boolean', name: 'in_window', default: false }) inWindow!: boolean
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date
}

/** By which account at a provider a session was opened, and what the provider wants to see to end its own. No GraphQL type. */
@Entity('provider_session')
export class ProviderSession {
  @OfPerson({ ...ofProviderSession, over: 'session' }) @PrimaryColumn({ type: 'uuid', name: 'session_id' }) sessionId!: string
  @Column({ type: 'uuid', name: 'account_id' }) accountId!: string
  @OfPerson(ofProviderSession) @Column({ type: 'text', name: 'id_token' }) idToken!: string
}

/** A code that stands in for a lost second factor, once, as a hash. No GraphQL type. */
@Entity('recovery_code')
@Index('recovery_code_user_id_code_hash_key', ['userId', 'codeHash'], { unique: true })
export class RecoveryCode {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @OfPerson(lasting) @Column({ type: 'uuid', name: 'user_id' }) userId!: string
  @Column({ type: 'text', name: 'code_hash' }) codeHash!: string
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt?: Date
}

/** Somebody who gave the password and not yet the second factor, by the hash of a cookie. No GraphQL type. */
@Entity('half_session')
@Index('half_session_expires_at_idx', ['expiresAt'])
export class HalfSession {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'user_id' }) userId!: string
  @Column({ type: 'text', name: 'token_hash', unique: true }) tokenHash!: string
  /** By what the first step was made: `password`, or a provider's short name. */
  @Column({ type: 'text', nullable: true }) way?: string
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date
}

/** What a passkey is asked to sign, once; of nobody yet where it is to say who signs in. No GraphQL type. */
@Entity('passkey_challenge')
@Index('passkey_challenge_expires_at_idx', ['expiresAt'])
export class PasskeyChallenge {
  @PrimaryColumn({ type: 'text' }) challenge!: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date
}

/** Who created a record with which input: the same id, person and input answer the first record. No GraphQL type. */
@Entity('creation')
export class Creation {
  @PrimaryColumn({ type: 'uuid', name: 'record_id' }) recordId!: string
  @OfPerson({ purpose: 'RECORD', until: 'HAPPENED', days: 30, erase: 'DELETE' }) @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  @Column({ type: 'text', name: 'input_hash' }) inputHash!: string
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date
}

/** A deed that a client gave a key, by the hash of person, key and place in the document: what was asked, as a hash, and what was answered where that may be kept. No GraphQL type. */
@Entity('done_deed')
@Index('done_deed_done_at_idx', ['doneAt'])
export class DoneDeed {
  @PrimaryColumn({ type: 'text' }) id!: string
  @Column({ type: 'text', name: 'input_hash' }) inputHash!: string
  @Column({ type: 'jsonb', nullable: true }) answer?: object
  @Column({ type: 'timestamptz', name: 'done_at' }) doneAt!: Date
}

/** That this installation was filled from a backup. Until it is woken it sends no mail, runs no job, and takes no secret that the former one gave. No GraphQL type. */
@Entity('restoration')
export class Restoration {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  /** Of which moment the backup was, and of which release. */
  @Column({ type: 'timestamptz', name: 'backup_made_at' }) backupMadeAt!: Date
  @Column({ type: 'text', name: 'backup_release' }) backupRelease!: string
  @Column({ type: 'timestamptz', name: 'restored_at' }) restoredAt!: Date
  @Column({ type: 'timestamptz', name: 'woken_at', nullable: true }) wokenAt?: Date
}

/** How often one asker was refused one thing within an hour; told to the security log at the first time and when the hour is over. No GraphQL type. */
@Entity('refusal_count')
@Index('refusal_count_hour_idx', ['hour'])
export class RefusalCount {
  @PrimaryColumn({ type: 'text' }) id!: string
  @Column({ type: 'timestamptz' }) hour!: Date
  @Column({ type: 'text' }) kind!: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  @OfPerson(passing) @Column({ type: 'uuid', name: 'by_user_id', nullable: true }) byUserId?: string
  @OfPerson(passing) @Column({ type: 'text' }) network!: string
  @OfPerson(passing) @Column({ type: 'text', nullable: true }) detail?: string
  @Column({ type: 'integer' }) times!: number
  /** How many of them the security log has been told. */
  @Column({ type: 'integer' }) told!: number
}

/** A sealed row of the audit or the security log: its place in the log, and the salted digest of what it holds. Only ever added to; a salt can be forgotten. No GraphQL type. */
@Entity('log_leaf')
@Index('log_leaf_row_id_idx', ['rowId'])
export class LogLeaf {
  @PrimaryColumn({ type: 'bigint' }) index!: string
  @Column({ type: 'text' }) source!: string
  @Column({ type: 'uuid', name: 'row_id' }) rowId!: string
  @Column({ type: 'bytea' }) digest!: Buffer
  /** Null: it was forgotten with what the row held. */
  @Column({ type: 'bytea', nullable: true }) salt?: Buffer
  /** The event of the security log that says why. */
  @OfPerson('A row of the security log') @Column({ type: 'uuid', name: 'forgotten_by', nullable: true }) forgottenBy?: string
}

/** How the log stood at a moment, signed. Only ever added to. No GraphQL type. */
@Entity('log_checkpoint')
@Index('log_checkpoint_size_at_idx', ['size', 'at'])
export class LogCheckpoint {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  /** Rows that were sealed by then. */
  @Column({ type: 'bigint' }) size!: string
  @Column({ type: 'bytea' }) root!: Buffer
  /** Roots of the full subtrees, from which the log goes on. */
  @Column({ type: 'bytea', array: true }) frontier!: Buffer[]
  @OfPerson('A key of the installation') @Column({ type: 'text', name: 'key_name' }) keyName!: string
  /** The checkpoint as it is handed to others. */
  @Column({ type: 'text' }) note!: string
  @Column({ type: 'timestamptz' }) at!: Date
}
