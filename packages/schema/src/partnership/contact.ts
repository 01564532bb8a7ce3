import { ProjectRecord } from '../access/index.js'
import { and, BelongsTo, Email, members, type One, or, own, type Personal, Record, role, Text, withMoney } from '../model/index.js'
import { Partner } from './partner.js'

const reachable = and(withMoney(), or(own('partner'), role('LEAD_PARTNER', 'CONTROLLER', 'OBSERVER')))

const ofContact: Personal = { purpose: 'CONTACT', until: 'REMOVED', erase: 'DELETE' }

@Record({
  room: 'partnership',
  label: 'Contact',
  labels: 'Contacts',
  description: 'A person to turn to at a partner.',
  calls: ['name'],
  beneath: { partner: ['jobTitle', 'email', 'phone'] },
  read: members(),
  write: or(own('partner'), role('LEAD_PARTNER')),
  order: ['name'],
  listedIn: { partner: 'contacts' },
})
export class Contact extends ProjectRecord {
  @BelongsTo('Partner', () => Partner, { input: 'create' })
  partner!: One<Partner>

  @Text('Name', { max: 120, sort: true, search: true, personal: ofContact })
  name!: string

  @Text('Position', { max: 120, optional: true, emptyIsNone: true, personal: ofContact })
  jobTitle?: string

  @Email('E-mail', { optional: true, visibleTo: reachable, personal: ofContact })
  email?: string

  @Text('Phone', { max: 40, optional: true, visibleTo: reachable, personal: ofContact })
  phone?: string
}
