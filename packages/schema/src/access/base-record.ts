import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, PrimaryColumn } from 'typeorm'
import { BelongsTo, Moment, named, type Related } from '../model/decorators.js'
import { author } from '../model/personal.js'

/** What every record has: an identity made by whoever creates it, and a version that each write raises. */
@ObjectType()
export abstract class Identified {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'Identity of the record: a UUID, version 7.' })
  id!: string

  @Column({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each write; an update must name the version that it changes.' })
  version!: number
}

/** A record that is edited in place, kept when archived, and whose changes the audit trail tells. */
@ObjectType()
export abstract class BaseRecord extends Identified {
  @Moment('Created', { input: 'none' })
  createdAt!: string

  @Moment('Last changed', { input: 'none' })
  updatedAt!: string

  @Moment('Archived', { input: 'none', optional: true })
  archivedAt?: string
}

/** A record of one project. */
@ObjectType()
export abstract class ProjectRecord extends BaseRecord {
  @BelongsTo('Project', named('Project'), { input: 'create' })
  project!: Related
}

/** What is recorded, corrected and closed, never updated: it has the moment when we knew it. */
@ObjectType()
export abstract class RecordedRecord extends Identified {
  @BelongsTo('Project', named('Project'), { input: 'none' })
  project!: Related

  @Moment('Recorded', { input: 'none', help: 'The moment from which this was known' })
  recordedAt!: string

  @BelongsTo('Recorded by', named('User'), { input: 'none', optional: true, personal: author })
  recordedBy?: Related

  @Moment('Superseded', { input: 'none', optional: true, help: 'The moment from which something else was known' })
  supersededAt?: string
}
