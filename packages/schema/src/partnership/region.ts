import { BaseRecord } from '../access/index.js'
import { administrator, anyone, Choice, Country, defineEnum, Integer, Record, Text } from '../model/index.js'

export const RegionPerformance = defineEnum('RegionPerformance', 'How a region does in innovation, by the source named.', ['HIGH', 'LOW'])

@Record({
  room: 'partnership',
  label: 'Region',
  labels: 'Regions',
  description: 'A region by its NUTS code and the year of the code list.',
  calls: ['name'],
  columns: ['code', 'name', 'country', 'performance'],
  read: anyone(),
  write: administrator(),
  unique: [['code', 'nutsVersion']],
  order: ['code'],
  rules: ({ performance, performanceSource }) =>
    performance && !performanceSource ? [{ path: ['performanceSource'], code: 'SOURCE_NEEDED', message: 'Say where the performance comes from.' }] : [],
})
export class Region extends BaseRecord {
  @Text('Code', { max: 5, sort: true, search: true, help: 'NUTS code: two letters of the country, and at most three more signs' })
  code!: string

  @Text('Name', { max: 120, sort: true, search: true, personal: 'A region' })
  name!: string

  @Country('Country')
  country!: string

  @Integer('NUTS level', { min: 0, max: 3 })
  level!: number

  @Integer('Year of the code list', { min: 1980, max: 2100 })
  nutsVersion!: number

  @Choice('Performance', RegionPerformance, { optional: true })
  performance?: string

  @Text('Source of the performance', { max: 300, optional: true })
  performanceSource?: string
}
