import { ask } from '../api/graphql'

interface Measures {
  readonly code: string
  readonly name: string
  readonly total: number
  readonly growth: number | null
  readonly krugman: number
  readonly shannon: number
  readonly herfindahl: number
  readonly structuralChange: number | null
}

export interface PeerRegion extends Measures {
  readonly regionId: string
  readonly samePerformance: boolean
  readonly locationQuotients: readonly (number | null)[]
}

export interface Division {
  readonly division: string
  readonly before: number
  readonly value: number
  readonly share: number
  readonly locationQuotient: number | null
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
}

export interface Position extends Measures {
  readonly unit: string
  readonly reference: readonly string[]
  readonly sources: readonly string[]
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
  readonly divisions: readonly Division[]
  readonly peers: readonly PeerRegion[]
}

const measures = 'code name total growth krugman shannon herfindahl structuralChange'

const document = `query ($regionId: ID!, $measure: StatisticMeasure!, $fromYear: Int!, $year: Int!, $projectId: ID) {
  regionalPosition(regionId: $regionId, measure: $measure, fromYear: $fromYear, year: $year, projectId: $projectId) { ${measures} unit reference sources
    nationalShare industryMix regionalShare divisions { division before value share locationQuotient nationalShare industryMix regionalShare }
    peers { ${measures} regionId samePerformance locationQuotients } } }`

export interface Asked {
  readonly regionId: string
  readonly measure: string
  readonly fromYear: number
  readonly year: number
  readonly projectId: string
}

/** Where a region stands; null without figures for it. */
export const readPosition = (asked: Asked, signal?: AbortSignal): Promise<Position | null> =>
  ask<{ regionalPosition: Position | null }>(document, { ...asked }, signal).then(({ regionalPosition }) => regionalPosition)

interface Groups<Key> {
  readonly groups: readonly { readonly key: Key }[]
}

export interface Choices {
  readonly measures: readonly { readonly measure: string; readonly year: number }[]
  readonly regions: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

const known = `query ($id: ID!) {
  measures: regionalStatisticsSummary(filter: {project: {id: {eq: $id}}, supersededAt: {isNull: true}}, groupBy: [MEASURE, YEAR]) { groups { key { measure year } } }
  regions: regionalStatisticsSummary(filter: {project: {id: {eq: $id}}, supersededAt: {isNull: true}}, groupBy: [REGION_ID]) { groups { key { regionId } } } }`

const named = 'query ($ids: [ID!]!) { regions(first: 500, filter: {id: {in: $ids}}, orderBy: [{code: ASC}]) { nodes { id code name } } }'

/** Of which regions, measures and years a project has statistics. */
export async function readChoices(projectId: string): Promise<Choices> {
  const found = await ask<{ measures: Groups<Choices['measures'][number]>; regions: Groups<{ regionId: string }> }>(known, { id: projectId })
  const ids = found.regions.groups.map(({ key }) => key.regionId)
  const { regions } = ids.length > 0 ? await ask<{ regions: { nodes: Choices['regions'] } }>(named, { ids }) : { regions: { nodes: [] } }
  return { measures: found.measures.groups.map(({ key }) => key), regions: regions.nodes }
}
