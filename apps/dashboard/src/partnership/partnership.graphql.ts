import { graphql } from '../api/document'
import { allowedFragment } from '../records/records.graphql'

/** Where the partners of a project sit. */
export const partnersOnMapDocument = graphql(`query PartnersOnMap($id: ID!, $present: PartnerFilter!, $language: String) {
  partners(first: 500, filter: {and: [{project: {id: {eq: $id}}}, $present]}) { nodes { id shortName(language: $language) country city role region { code name } } pageInfo { hasNextPage } } }`)

export const replacePartnerDocument = graphql(`mutation ReplacePartner(
  $id: ID!, $version: Int!, $from: Date!, $byId: ID, $name: String, $acronym: String, $country: String) {
  replacePartner(id: $id, version: $version, from: $from, byId: $byId, name: $name, acronym: $acronym, country: $country) { id } }`)

/** Partners in full, and associated members beside them. */
export const partnersCountedDocument = graphql(`query PartnersCounted($id: ID!, $present: PartnerFilter!) {
  full: partners(first: 1, filter: {and: [{project: {id: {eq: $id}}, role: {in: [LEAD_PARTNER, PARTNER]}}, $present]}) { totalCount }
  associated: partners(first: 1, filter: {and: [{project: {id: {eq: $id}}, role: {eq: ASSOCIATED_PARTNER}}, $present]}) { totalCount } }`)

/** What anyone may read of a project while its lead partner publishes it. */
export const publicProjectDocument = graphql(`query PublicProject($id: ID!, $language: String) {
  project(id: $id) { acronym title reference programme axes areaAxis(language: $language) areaAxes(language: $language) phaseAxis(language: $language) phaseAxes(language: $language) objective demonstration startsOn startsOnPrecision endsOn endsOnPrecision website asOf progress { areaId achieved planned }
    thematicAreas(first: 50) { nodes { id number title(language: $language) } pageInfo { hasNextPage } }
    phases(first: 50) { nodes { id number title(language: $language) } pageInfo { hasNextPage } } }
  partners(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id shortName(language: $language) name englishName country role joinedOn withdrawnOn region { code name } } pageInfo { hasNextPage } }
  editions: benchmarkEditions(first: 500, filter: {project: {id: {eq: $id}}, state: {eq: PUBLISHED}}) { nodes { id title } pageInfo { hasNextPage } } }`)

/** Which state of a project a removal speaks of. */
export const projectVersionDocument = graphql(`query ProjectVersion($id: ID!) { project(id: $id) { version } }`)

export const deleteDemonstrationDocument = graphql(`mutation DeleteDemonstration($id: ID!, $version: Int!) {
  deleteDemonstration(id: $id, version: $version) { rows } }`)

/** Regions of the official lists, by a search or by their codes. */
export const officialRegionsDocument = graphql(`query OfficialRegions($search: String, $codes: [String!]) {
  officialRegions(search: $search, codes: $codes) { code name level nutsVersion isThere } }`)

/** Whether one may add regions for a project, and else who may. */
export const addsRegionsDocument = graphql(`query AddsRegions($id: ID!) { project(id: $id) { can { addRegions { ...Allowed } } } }`, allowedFragment)

export const addRegionsDocument = graphql(`mutation AddRegions($projectId: ID!, $codes: [String!]!) {
  addRegions(projectId: $projectId, codes: $codes) { added known } }`)
