import { ProjectRecord } from '../access/index.js'
import { Choice, Day, Decimal, defineEnum, Record, role, Text, via } from '../model/index.js'

export const Exactness = defineEnum('Exactness', 'How a figure is to be read that is not exact.', ['ABOUT', 'MORE_THAN', 'LESS_THAN'], {
  ABOUT: 'About, or close to',
  MORE_THAN: 'More than',
  LESS_THAN: 'Less than',
})

@Record({
  room: 'partnership',
  label: 'Figure of the project',
  labels: 'Figures of the project',
  description: 'What was counted of the project as a whole, without a pilot, on a day; it counts in no progress.',
  columns: ['title', 'exactness', 'value', 'unit', 'onDay', 'target'],
  beneath: { project: ['exactness', 'value', 'unit', 'onDay'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['title', 'onDay'],
  summary: true,
  listedIn: { project: 'projectFigures' },
})
export class ProjectFigure extends ProjectRecord {
  @Text('Title', { max: 200, sort: true, search: true, help: 'What is counted, as participants of trainings' })
  title!: string

  @Decimal('Value', { optional: true, help: 'Empty when not known' })
  value?: number

  @Choice('How exact', Exactness, { optional: true, emptyIsNone: true, help: 'Empty: the very number' })
  exactness?: string

  @Text('Unit', { max: 40, optional: true, emptyIsNone: true, help: 'As firms, days, EUR' })
  unit?: string

  @Day('On', { optional: true, partial: true, sort: true, help: 'The day that the figure speaks of' })
  onDay?: string

  @Decimal('Target', { optional: true, help: 'Of the whole project, by its end; empty when not known' })
  target?: number

  @Text('Source', { max: 300, optional: true })
  source?: string
}
