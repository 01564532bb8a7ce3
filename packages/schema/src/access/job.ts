import { author, BelongsTo, Choice, defineEnum, Flag, Moment, named, type One, oneself, or, Record, type Related, role, Share, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

export const JobKind = defineEnum('JobKind', 'What is worked on.', ['BENCHMARK_EDITION'], { BENCHMARK_EDITION: 'Edition of a benchmark' })
export const JobState = defineEnum('JobState', 'Where a job stands.', ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'])

@Record({
  room: 'access',
  label: 'Job',
  labels: 'Jobs',
  description: 'Work that takes longer than a request: who asked for it, and how far it is. An interrupted one is taken up again.',
  read: or(oneself('askedBy'), role('LEAD_PARTNER')),
  audited: false,
  announced: true,
  order: ['createdAt'],
})
export class Job extends Identified {
  @BelongsTo('Project', named('Project'), { input: 'none' })
  project!: Related

  @BelongsTo('Asked by', () => User, { input: 'none', optional: true, personal: author })
  askedBy?: One<User>

  @Choice('Kind', JobKind, { input: 'none' })
  kind!: string

  @Text('Record', { input: 'none', max: 36, help: 'Identity of what is worked on' })
  recordId!: string

  @Choice('State', JobState, { input: 'none', initial: 'WAITING' })
  state!: string

  @Share('Progress', { input: 'none', initial: 0 })
  progress!: number

  @Text('Message', { input: 'none', optional: true, emptyIsNone: true, max: 500 })
  message?: string

  @Flag('Taken up again', { input: 'none', initial: false, help: 'It was interrupted once and began anew' })
  resumed!: boolean

  @Moment('Asked', { input: 'none', sort: true })
  createdAt!: string

  @Moment('Started', { input: 'none', optional: true })
  startedAt?: string

  @Moment('Ended', { input: 'none', optional: true })
  endedAt?: string
}
