import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { defineEnum, type Figures, functionColumn } from '../model/index.js'

/**
 * A mail that was asked for, and how it fared; written in the transaction that causes it. It keeps no address and no text. Its identity stands in
 * the mail's Message-ID, so that one that is sent a second time is known by its receiver. No GraphQL type of its own.
 */
@Entity('mail')
@Index('mail_record_id_queued_at_idx', ['recordId', 'queuedAt'])
export class Mail {
  @PrimaryColumn({ type: 'uuid' }) id!: string
  @Column({ type: 'text' }) kind!: string
  /** The record whose readers are told how it fared; none: nobody is. */
  @Column({ type: 'uuid', name: 'record_id', nullable: true }) recordId?: string
  @Column({ type: 'timestamptz', name: 'queued_at' }) queuedAt!: Date
  /** When it was last begun to be sent, written before it is; empty again where it is known that it was not taken. */
  @Column({ type: 'timestamptz', name: 'attempted_at', nullable: true }) attemptedAt?: Date
  /** When the server of mail took it. */
  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true }) sentAt?: Date
  /** When it was refused for good, or not tried again. */
  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true }) failedAt?: Date
  /** The code by which the server of mail refused it (RFC 5321), as 550; its text may say an address, and is not kept. */
  @Column({ type: 'integer', nullable: true }) refusal?: number
}

export const MailState = defineEnum('MailState', 'How a mail fared.', ['WAITING', 'PERHAPS_SENT', 'SENT', 'FAILED'], {
  WAITING: 'Waits to be sent',
  PERHAPS_SENT: 'Perhaps sent',
  SENT: 'Sent',
  FAILED: 'Not sent',
})

/** How the newest mail about a record fared. */
export const mailFigures: Figures = {
  fields: [
    {
      name: 'mail',
      description: 'How its newest mail fared; null where none was asked for.',
      type: 'MailStanding',
      nullable: true,
      sqlType: 'record',
      filterable: false,
      from: ({ alias }) => `mail_of(${alias}.id)`,
      object: [
        functionColumn('state', 'MailState', 'text', 'How it fared.', { nullable: false }),
        functionColumn('at', 'DateTime', 'timestamptz', 'Since when: asked for, tried, sent or given up.', { nullable: false }),
        functionColumn('refusal', 'Int', 'integer', 'The code by which the server of mail refused it, as 550: there is no such mailbox.'),
      ],
    },
  ],
  relations: [],
}
