import { graphql } from '../api/document'

/** Where a region stands beside its peers. */
export const regionalPositionDocument =
  graphql(`query RegionalPosition($regionId: ID!, $measure: StatisticMeasure!, $fromYear: Int!, $year: Int!, $projectId: ID, $reference: PositionReference) {
  regionalPosition(regionId: $regionId, measure: $measure, fromYear: $fromYear, year: $year, projectId: $projectId, reference: $reference) {
    code name total growth krugman shannon herfindahl structuralChange unit reference leftOut { code divisions } sources nationalShare industryMix regionalShare
    divisions { division before value share locationQuotient nationalShare industryMix regionalShare }
    peers { code name total growth krugman shannon herfindahl structuralChange regionId samePerformance locationQuotients } } }`)

/** Of which regions, measures and years a project has statistics. */
export const knownStatisticsDocument = graphql(`query KnownStatistics($id: ID!) {
  measures: regionalStatisticsSummary(filter: {project: {id: {eq: $id}}}, groupBy: [MEASURE, YEAR]) { groups { key { measure year } } }
  regions: regionalStatisticsSummary(filter: {project: {id: {eq: $id}}}, groupBy: [REGION_ID]) { groups { key { regionId } } } }`)

export const regionNamesDocument = graphql(`query RegionNames($ids: [ID!]!) {
  regions(first: 500, filter: {id: {in: $ids}}, orderBy: [{code: ASC}]) { nodes { id code name country } pageInfo { hasNextPage } } }`)
