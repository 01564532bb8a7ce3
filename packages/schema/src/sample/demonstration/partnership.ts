import type { SampleRow } from '../sample-rows.js'
import { id, inProject, row } from './rows.js'

const types = ['PUBLIC_AUTHORITY', 'DEVELOPMENT_AGENCY', 'RESEARCH_ORGANISATION', 'INNOVATION_OR_CLUSTER_NETWORK']
const places = [
  'Northmere',
  'Eastvale',
  'Southford',
  'Westholm',
  'Highbrook',
  'Lowmarsh',
  'Longridge',
  'Stillwater',
  'Redcliff',
  'Greenfell',
  'Oldhaven',
  'Newbridge',
]
const kinds = ['Regional Council', 'Development Agency', 'Institute of Economics', 'Cluster Network']

/** Where the partner of this number has its seat. */
export const placeOf = (number: number): string => places[number - 1] ?? ''

/** A dozen fictional partners in fictional regions, with contacts and budgets. */
export function partnerRows(): SampleRow[] {
  return places.flatMap((place, index) => {
    const key = index + 1
    return [
      row('Region', `XX${String(key).padStart(2, '0')}`, {
        code: `XX${String(key).padStart(2, '0')}`,
        name: `${place} (fictional)`,
        country: 'XX',
        level: 2,
        nutsVersion: 2013,
        performance: index % 3 === 0 ? 'HIGH' : 'LOW',
        performanceSource: 'Invented for the demonstration',
      }),
      inProject('Partner', key, {
        number: key,
        position: key,
        name: `${kinds[index % 4]} of ${place} (fictional)`,
        englishName: `${kinds[index % 4]} of ${place} (fictional)`,
        acronym: place,
        type: id('PartnerType', types[index % 4] ?? ''),
        role: index === 0 ? 'LEAD_PARTNER' : 'PARTNER',
        fund: id('Fund', index % 4 === 3 ? 'IPA' : 'ERDF'),
        country: 'XX',
        city: place,
        cityEn: place,
        region: id('Region', `XX${String(key).padStart(2, '0')}`),
      }),
      inProject('BudgetShare', key, {
        partner: id('Partner', key),
        fund: id('Fund', index % 4 === 3 ? 'IPA' : 'ERDF'),
        amount: 90_000 + index * 7500,
        coFinancingRate: 0.85,
      }),
      inProject('Contact', key, {
        partner: id('Partner', key),
        name: `Contact of ${place}`,
        jobTitle: 'Project officer',
        email: `office@${place.toLowerCase()}.example.org`,
        phone: '+00 000 0000',
      }),
    ]
  })
}
