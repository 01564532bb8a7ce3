import { ProjectRecord } from '../access/index.js'
import { and, BelongsTo, desc, Money, type One, or, own, Record, role, Share, withMoney } from '../model/index.js'
import { Fund } from './list-entry.js'
import { Partner } from './partner.js'

@Record({
  room: 'partnership',
  label: 'Budget share',
  labels: 'Budget shares',
  description: "A partner's share of the budget, by fund.",
  calls: ['fund'],
  beneath: { partner: ['amount', 'coFinancingRate'] },
  read: and(withMoney(), or(own('partner'), role('LEAD_PARTNER', 'CONTROLLER', 'OBSERVER'))),
  write: role('LEAD_PARTNER'),
  order: [desc('amount')],
  summary: true,
  listedIn: { partner: 'budgetShares' },
})
export class BudgetShare extends ProjectRecord {
  @BelongsTo('Partner', () => Partner, { input: 'create' })
  partner!: One<Partner>

  @BelongsTo('Fund', () => Fund, { optional: true })
  fund?: One<Fund>

  @Money('Amount')
  amount!: number

  @Share('Co-financing rate', { optional: true, help: 'Share that the fund pays, 0 to 1' })
  coFinancingRate?: number
}
