import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, PrimaryColumn } from 'typeorm'
import { BelongsTo, Moment, type One } from '../model/decorators.js'
import { recordMeta } from '../model/registry.js'
import type { Project } from '../partnership/project.js'
import type { User } from './user.js'

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
  @BelongsTo('Project', () => recordMeta('Project').type, { input: 'create' })
  project!: One<Project>
}

/** What is recorded, corrected and closed, never updated: it has the moment when we knew it. */
@ObjectType()
export abstract class RecordedRecord extends Identified {
  @BelongsTo('Project', () => recordMeta('Project').type, { input: 'none' })
  project!: One<Project>

  @Moment('Recorded', { input: 'none', help: 'The moment from which this was known' })
  recordedAt!: string

  @BelongsTo('Recorded by', () => recordMeta('User').type, { input: 'none', optional: true })
  recordedBy?: One<User>

  @Moment('Superseded', { input: 'none', optional: true, help: 'The moment from which something else was known' })
  supersededAt?: string
}
