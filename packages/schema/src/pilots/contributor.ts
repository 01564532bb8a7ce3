import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, type One, or, own, Record, via, viaWrite } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { Indicator } from './indicator.js'

@Record({
  room: 'pilots',
  label: 'Contributor',
  labels: 'Contributors',
  description: 'A seat from which an indicator is measured: a partner, continued by its successor.',
  calls: ['partner'],
  read: via('indicator'),
  write: viaWrite('indicator'),
  deeds: [{ name: 'measure', by: or(own('partner'), viaWrite('indicator')) }],
  unique: [['continues']],
  rules: async ({ indicator, continues }, _, run) => {
    if (!continues) return []
    const same = await run('SELECT FROM contributor WHERE id = $1 AND indicator_id = $2', [continues, indicator])
    return same.length > 0
      ? []
      : [{ path: ['continuesId'], code: 'OTHER_INDICATOR', message: 'This seat measures another indicator. Choose one of this indicator.' }]
  },
  listedIn: { indicator: 'contributors' },
})
export class Contributor extends ProjectRecord {
  @BelongsTo('Indicator', () => Indicator, { input: 'create' })
  indicator!: One<Indicator>

  @BelongsTo('Partner', () => Partner, { input: 'create' })
  partner!: One<Partner>

  @Day('Since', { optional: true, emptyIsNone: true })
  since?: string

  @Day('Until', { optional: true, emptyIsNone: true })
  until?: string

  @BelongsTo('Continues', () => Contributor, { optional: true, emptyIsNone: true, input: 'create' })
  continues?: One<Contributor>
}
