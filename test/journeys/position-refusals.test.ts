import { DEMONSTRATION, OTHER_PROJECT, REGION, userId } from '../support/verbs/people.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'
import { World } from '../support/verbs/world.js'

let world: World

beforeAll(async () => {
  world = await World.make()
})
afterAll(() => world?.stop())

/** A figure of a measure that the sample has none of. */
const figure = (project_id: string, year: number, unit: string, division = 'C25') =>
  world.put('regional_statistic', {
    ...{ project_id, region_id: REGION, measure: 'ESTABLISHMENTS', division, year, value: 5, unit },
    ...{ source: 'Invented', recorded_at: 'now', recorded_by_id: userId('leadPartner') },
  })

const ask = async (projectId: string | null) =>
  outcomeOf(
    await world.clients.leadPartner.ask(
      'query ($regionId: ID!, $projectId: ID) { regionalPosition(regionId: $regionId, measure: ESTABLISHMENTS, fromYear: 1990, year: 1995, projectId: $projectId) { total } }',
      { regionId: REGION, projectId },
    ),
  )

describe('where a region stands', () => {
  it('is not said over several projects, nor over several units', async () => {
    for (const year of [1990, 1995]) await figure(DEMONSTRATION, year, 'firms')
    expect(await ask(null)).toBe('done')
    await figure(OTHER_PROJECT, 1995, 'firms')
    expect([await ask(null), await ask(DEMONSTRATION)]).toEqual(['PROJECT_NEEDED', 'done'])
    await figure(DEMONSTRATION, 1995, 'thousand firms', 'C26')
    expect(await ask(DEMONSTRATION)).toBe('SEVERAL_UNITS')
  })
})
