import type { Asked, Choices } from './position-data'

/** What a region can be compared with: all of its level, or of its country, with itself among them or not. */
export const references = ['all', 'others', 'country', 'countryOthers'] as const

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const known = <T extends string | number>(list: readonly T[], wanted: string | number | null): T | undefined => list.find((item) => item === wanted)

/** What a page asks for by its address (`params`), else the first region and the widest span of years; and what else there is. */
export function chosenOf(choices: Choices, projectId: string, params: URLSearchParams) {
  const measures = unique(choices.measures.map(({ measure }) => measure))
  const measure = measures.find((one) => one === params.get('measure')) ?? measures[0] ?? 'EMPLOYMENT'
  const years = unique(choices.measures.filter((item) => item.measure === measure).map(({ year }) => year)).sort((a, b) => a - b)
  const year = known(years.slice(1), Number(params.get('year'))) ?? years.at(-1) ?? 0
  const fromYear = known(
    years.filter((other) => other < year),
    Number(params.get('from')),
  )
  const regionId =
    known(
      choices.regions.map(({ id }) => id),
      params.get('region'),
    ) ??
    choices.regions[0]?.id ??
    ''
  const compared = known(references, params.get('reference')) ?? 'all'
  const country = compared.startsWith('country') ? choices.regions.find(({ id }) => id === regionId)?.country : undefined
  const reference = { ...(country ? { country } : {}), withoutSelf: compared === 'others' || compared === 'countryOthers' }
  const asked: Asked = { regionId, measure, year, fromYear: fromYear ?? years[0] ?? 0, projectId, reference }
  return { asked, compared, measures, years }
}
