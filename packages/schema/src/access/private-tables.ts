import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A link by which a person sets a password once: an invitation accepted, or a password forgotten. No GraphQL type. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @Column({ type: 'uuid', name: 'user_id' }) userId!: string
  @Column({ type: 'text', name: 'token_hash', unique: true }) tokenHash!: string
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt?: Date
}

/** Failed sign-ins, for throttling. `subject` is a hash of the account or of the address. No GraphQL type. */
@Entity('sign_in_failure')
@Index('sign_in_failure_subject_at_idx', ['subject', 'at'])
export class SignInFailure {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @Column({ type: 'text' }) subject!: string
  @Column({ type: 'timestamptz' }) at!: Date
}

/** Who created a record with which input: the same id, person and input answer the first record. No GraphQL type. */
@Entity('creation')
export class Creation {
  @PrimaryColumn({ type: 'uuid', name: 'record_id' }) recordId!: string
  @Column({ type: 'uuid', name: 'user_id', nullable: true }) userId?: string
  @Column({ type: 'text', name: 'input_hash' }) inputHash!: string
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt!: Date
}
