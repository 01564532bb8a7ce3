import { ProjectRecord } from '../access/index.js'
import { Choice, Money, Record, role, Text, via } from '../model/index.js'
import { Fund } from './project.js'

@Record({
  room: 'partnership',
  label: 'Budget of a fund',
  labels: 'Budget by fund',
  description: 'What one fund gives to the project as a whole.',
  beneath: { project: ['fund', 'amount'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  unique: [['project', 'fund']],
  order: ['fund'],
  summary: true,
  listedIn: { project: 'fundBudgets' },
})
export class FundBudget extends ProjectRecord {
  @Choice('Fund', Fund)
  fund!: string

  @Money('Amount', { optional: true, help: 'Empty when not known' })
  amount?: number

  @Text('How exact', { optional: true })
  precisionNote?: string
}
