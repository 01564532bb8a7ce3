import { BaseRecord } from '../access/index.js'
import {
  administrator,
  allRecords,
  amountsSql,
  type BusinessRules,
  Choice,
  Computed,
  type Condition,
  Currency,
  Day,
  Decimal,
  defineEnum,
  equals,
  type Fault,
  Flag,
  inSight,
  Localised,
  LongText,
  listOf,
  Money,
  members,
  or,
  Record,
  role,
  Text,
  TimeZone,
  type Translations,
  Url,
} from '../model/index.js'
import { PublicProgress } from './public-progress.js'

export const Axes = defineEnum('Axes', "Which axes a project's matrix has.", ['BOTH', 'ROWS', 'COLUMNS'], {
  BOTH: 'Rows and columns',
  ROWS: 'Rows only',
  COLUMNS: 'Columns only',
})

const isDemonstration: Condition = {
  code: 'NOT_THE_DEMONSTRATION',
  message: 'Only the demonstration can be removed; projects are kept.',
  sql: (t) => `${t}.demonstration`,
}

const dayFaults = ({ startsOn, endsOn }: Parameters<BusinessRules>[0]): Fault[] =>
  typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn
    ? [{ path: ['endsOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }]
    : []

/** Amounts say nothing of their currency themselves: it is theirs as long as there are any, archived ones too. */
const currencyFaults: BusinessRules = async ({ id, currency }, former, run) => {
  if (!former || former.currency === currency) return []
  const amounts = allRecords().flatMap((record) => amountsSql(record, '$1') ?? [])
  const found = await run(`SELECT 1 WHERE ${amounts.join(' OR ')}`, [id])
  const held = String(former.currency)
  const message = `The project has amounts in ${held}. Only a project without amounts changes its currency.`
  return found.length > 0 ? [{ path: ['currency'], code: 'HAS_AMOUNTS', params: { currency: held }, message }] : []
}

@Record({
  room: 'partnership',
  label: 'Project',
  labels: 'Projects',
  description: 'A project of a transnational programme, run by a partnership.',
  calls: ['acronym'],
  columns: ['acronym', 'title', 'reference', 'published'],
  read: inSight(),
  write: role('LEAD_PARTNER'),
  verbs: ['update'],
  deeds: [
    { name: 'invite', by: role('LEAD_PARTNER') },
    { name: 'addRegions', by: role('LEAD_PARTNER') },
    { name: 'removeDemonstration', by: or(role('LEAD_PARTNER'), administrator()), unread: true, when: [isDemonstration] },
  ],
  order: ['acronym'],
  isProject: true,
  makesViewers: ['published', 'archivedAt'],
  rules: async (record, former, run) => [...dayFaults(record), ...(await currencyFaults(record, former, run))],
})
export class Project extends BaseRecord {
  @Text('Acronym', { max: 60, sort: true, search: true, isPublic: true })
  acronym!: string

  @Text('Title', { max: 300, sort: true, search: true, isPublic: true })
  title!: string

  @Text('Reference', { max: 60, optional: true, search: true, isPublic: true })
  reference?: string

  @Text('Programme', { max: 200, optional: true, isPublic: true })
  programme?: string

  @Text('Programme period', { max: 40, optional: true, isPublic: true })
  programmePeriod?: string

  @Text('Call', { max: 200, optional: true, isPublic: true })
  call?: string

  @Text('Priority', { max: 300, optional: true, isPublic: true })
  priority?: string

  @LongText('Main objective', { optional: true, isPublic: true })
  objective?: string

  @LongText('Method', { optional: true })
  method?: string

  @Day('Starts on', { optional: true, partial: true, isPublic: true })
  startsOn?: string

  @Day('Ends on', { optional: true, partial: true, help: 'The last day; of the month or year when only that is known', isPublic: true })
  endsOn?: string

  @Money('Total budget', { optional: true, help: 'As approved' })
  totalBudget?: number

  @Currency('Currency', { initial: 'EUR', help: 'Of all its amounts; fixed as soon as it has some', isPublic: true })
  currency!: string

  @Url('Website', { optional: true, isPublic: true })
  website?: string

  @Url('Platform', { optional: true })
  platform?: string

  @TimeZone('Time zone', { initial: 'Europe/Rome', help: 'Says when a day begins, by its name, as Europe/Vienna', isPublic: true })
  timeZone!: string

  @Decimal('Behind from', { initial: 0.1, min: 0, max: 1, help: 'More than this share behind plan reads as behind', isPublic: true })
  behindThreshold!: number

  @Decimal('Ahead from', { initial: 0.3, min: 0, max: 1, help: 'More than this share ahead of plan reads as ahead', isPublic: true })
  aheadThreshold!: number

  @Choice('Axes of the matrix', Axes, { initial: 'BOTH', help: 'A project may place its work by one of them only', isPublic: true })
  axes!: string

  @Localised('Name of a row', { max: 60, optional: true, emptyIsNone: true, help: 'In the singular; empty: thematic area', isPublic: true })
  areaAxis?: Translations

  @Localised('Name of the rows', { max: 60, optional: true, emptyIsNone: true, help: 'In the plural; empty: thematic areas', isPublic: true })
  areaAxes?: Translations

  @Localised('Name of a column', { max: 60, optional: true, emptyIsNone: true, help: 'In the singular; empty: phase', isPublic: true })
  phaseAxis?: Translations

  @Localised('Name of the columns', { max: 60, optional: true, emptyIsNone: true, help: 'In the plural; empty: phases', isPublic: true })
  phaseAxes?: Translations

  @Flag('Project page is public', { initial: false, byDialog: true, isPublic: true })
  published!: boolean

  @Flag('Progress is public', {
    initial: false,
    byDialog: true,
    help: 'On the project page, once that is public: never that of one partner alone',
    isPublic: true,
  })
  progressPublic!: boolean

  @Flag('Demonstration', { input: 'none', initial: false, help: 'Everything in it is invented', isPublic: true })
  demonstration!: boolean

  @Day('Seen as of', { optional: true, emptyIsNone: true, input: 'none', help: 'The day its pages speak of, when that is not today' })
  seenAsOf?: string

  @Computed('Today', 'day', (t) => `project_today(${t}.id)`, { isPublic: true })
  today?: string

  @Computed('As of', 'day', (t) => `project_as_of(${t}.id)`, { isPublic: true })
  asOf?: string

  @Computed('Progress', 'json', (t) => `public_progress(${t}.id)`, {
    holds: listOf(PublicProgress),
    isPublic: true,
    visibleTo: or(members(), equals('progressPublic', 'true')),
  })
  progress?: readonly PublicProgress[]
}
