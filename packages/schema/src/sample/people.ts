import { sampleId } from './sample-rows.js'

/** A sample account: `<key>@example.org`, its name, and its role in the demonstration. */
export interface SamplePerson {
  readonly key: string
  readonly name: string
  readonly role?: string
  /** Number of the fictional partner, for the role PARTNER. */
  readonly partner?: number
  /** Belongs to the real project too. */
  readonly both?: boolean
}

export const samplePeople: readonly SamplePerson[] = [
  { key: 'lead', name: 'Lena Lead', role: 'LEAD_PARTNER', both: true },
  { key: 'wp-leader', name: 'Walter Package', role: 'WORK_PACKAGE_LEADER' },
  { key: 'partner-a', name: 'Paula Northern', role: 'PARTNER', partner: 8 },
  { key: 'partner-b', name: 'Peter Southern', role: 'PARTNER', partner: 10 },
  { key: 'evaluator', name: 'Eva Luator', role: 'EVALUATOR' },
  { key: 'evaluator-b', name: 'Bruno Second', role: 'EVALUATOR' },
  { key: 'evaluator-c', name: 'Clara Third', role: 'EVALUATOR' },
  { key: 'controller', name: 'Carlo Troller', role: 'CONTROLLER' },
  { key: 'observer', name: 'Olga Observer', role: 'OBSERVER', both: true },
  { key: 'admin', name: 'Ada Administrator' },
]

/** Identity of a sample account. */
export const personId = (key: string): string => sampleId('people', 'User', key)
