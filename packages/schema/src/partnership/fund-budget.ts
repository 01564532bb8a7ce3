import { ProjectRecord } from '../access/index.js'
import { BelongsTo, desc, Money, type One, Record, role, Text, via } from '../model/index.js'
import { Fund } from './list-entry.js'

@Record({
  room: 'partnership',
  label: 'Budget of a fund',
  labels: 'Budget by fund',
  description: 'What one fund gives to the project as a whole.',
  calls: ['fund'],
  beneath: { project: ['amount'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  unique: [['project', 'fund']],
  order: [desc('amount')],
  summary: true,
  listedIn: { project: 'fundBudgets' },
})
export class FundBudget extends ProjectRecord {
  @BelongsTo('Fund', () => Fund)
  fund!: One<Fund>

  @Money('Amount', { optional: true, help: 'Empty when not known' })
  amount?: number

  @Text('How exact', { optional: true })
  precisionNote?: string
}
