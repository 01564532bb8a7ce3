import { graphql } from '../api/document'
import { changesFragment } from '../api/record.graphql'
import { allowedFragment, citedFragment, transitionFragment } from '../records/records.graphql'

/** Targets of an indicator that hold. */
const targetsFragment = graphql(`fragment PresentTargets on Indicator {
  targets(last: 100, filter: {value: {isNull: false}}) { nodes { dueOn value } } }`)

/** What an indicator's chart and figures need, as of the day `$asOf`, with the newest `$days` on which something was measured. */
const indicatorFragment = graphql(`fragment IndicatorFigures on Indicator { id title unit measure aggregation direction bandLow bandHigh
  contributors(first: 50) { nodes { id until partner { id shortName(language: $language) } can { measure { allowed } } } pageInfo { hasNextPage } }
  ...PresentTargets
  standing(asOf: $asOf) { level measuredOn target aim met }
  series(last: $days, asOf: $asOf) { nodes { onDay level } pageInfo { hasPreviousPage } } }`)

/** Everything that a pilot's page shows beside its facts, in one statement. */
export const pilotDocument = graphql(
  `query Pilot($id: ID!, $cited: String!, $asOf: Date, $days: Int!, $language: String) {
  pilot(id: $id) { id version title status startedOn endedOn partner { id shortName(language: $language) }
    adds can { update { ...Allowed } } availableTransitions { ...Transition }
    plans(last: 20, history: true) { nodes { id startsOn endsOn reason recordedAt recordedBy { displayName } supersededAt } }
    indicators(first: 50) { nodes { ...IndicatorFigures } pageInfo { hasNextPage } }
    risks(first: 50) { nodes { id title likelihood impact mitigation owner { shortName(language: $language) } } pageInfo { hasNextPage } }
    history(first: 100, filter: {action: {eq: CHANGED}}) { ...Changes }
    transitions(last: 20) { nodes { id key fromStatus toStatus onDay reason recordedAt recordedBy { displayName } } } }
  corrections: measurements(first: 50, history: true, orderBy: [{id: DESC}], filter: {indicator: {pilot: {id: {eq: $id}}}, corrects: {id: {isNull: false}}}) { nodes {
    id onDay value numerator denominator exactness reason retracted recordedAt recordedBy { displayName } indicator { title } corrects { value numerator denominator exactness } } }
  areas: pilotAreas(first: 50, filter: {pilot: {id: {eq: $id}}}) { nodes { id thematicArea { id shortName(language: $language) title(language: $language) } } pageInfo { hasNextPage } }
  partners: pilotPartners(first: 50, filter: {pilot: {id: {eq: $id}}}) { nodes { id partner { id shortName(language: $language) } } pageInfo { hasNextPage } }
  citations(first: 100, filter: {recordId: {eq: $cited}}) { nodes { ...Cited } pageInfo { hasNextPage } } }`,
  allowedFragment,
  transitionFragment,
  indicatorFragment,
  targetsFragment,
  changesFragment,
  citedFragment,
)

/** What was recorded of an indicator, and whether this person may correct it. */
const recordedFragment =
  graphql(`fragment Recorded on Measurement { id onDay value numerator denominator exactness source note reason retracted recordedAt supersededAt
  contributor { partner { shortName(language: $language) } } can { correct { allowed } } }`)

/** An indicator with its figures and what was recorded of it last. */
export const indicatorDocument = graphql(
  `query Indicator($id: ID!, $asOf: Date, $days: Int!, $language: String) {
  indicator(id: $id) { ...IndicatorFigures
    all: measurements(first: 100, history: true, orderBy: [{onDay: DESC}]) { totalCount nodes { ...Recorded } } } }`,
  indicatorFragment,
  targetsFragment,
  recordedFragment,
)

/** Everything that was recorded of an indicator. */
export const recordingsDocument = graphql(
  `query Recordings($id: ID!, $after: String, $language: String) {
  measurements(first: 500, after: $after, history: true, orderBy: [{onDay: DESC}], filter: {indicator: {id: {eq: $id}}}) {
    nodes { ...Recorded } pageInfo { hasNextPage endCursor } } }`,
  recordedFragment,
)

/** A pilot's seats, ended ones too, with the newest measurements of each; and where each indicator stands. */
export const entryDocument = graphql(
  `query Entry($id: ID!, $newest: Int!, $asOf: Date, $language: String) {
  pilot(id: $id) { id version title can { update { ...Allowed } } indicators(first: 100) { nodes {
    id title unit measure aggregation combination standing(asOf: $asOf) { level } ...PresentTargets } pageInfo { hasNextPage } } }
  seats: contributors(first: 500, filter: {indicator: {pilot: {id: {eq: $id}}}}) { nodes { id until indicator { id } partner { id shortName(language: $language) } can { measure { ...Allowed } }
    measurements(first: $newest, orderBy: [{onDay: DESC}]) {
      nodes { id onDay value numerator denominator exactness reason } } } pageInfo { hasNextPage } } }`,
  allowedFragment,
  targetsFragment,
)

/** Records measurements, all or none; `$dryRun` answers what would change. */
export const recordMeasurementsDocument = graphql(`mutation RecordMeasurements($input: [MeasurementInput!]!, $dryRun: Boolean!) {
  recordMeasurements(input: $input, dryRun: $dryRun) { recorded changes { pilotId before after planned } } }`)

export const correctMeasurementDocument = graphql(`mutation CorrectMeasurement(
  $id: ID!, $reason: String!, $value: Decimal, $numerator: Decimal, $denominator: Decimal, $exactness: Exactness) {
  correctMeasurement(id: $id, reason: $reason, value: $value, numerator: $numerator, denominator: $denominator, exactness: $exactness) { id } }`)

export const retractMeasurementDocument = graphql(`mutation RetractMeasurement($id: ID!, $reason: String!) {
  retractMeasurement(id: $id, reason: $reason) { id } }`)

export const setTargetDocument = graphql(`mutation SetTarget($indicatorId: ID!, $dueOn: Date!, $value: Decimal, $reason: String) {
  setTarget(indicatorId: $indicatorId, dueOn: $dueOn, value: $value, reason: $reason) { id } }`)

/** The partner that a new indicator of a pilot is measured by. */
export const pilotPartnerDocument = graphql(`query PilotPartner($id: ID!) { pilot(id: $id) { partner { id } } }`)

export const createSeatDocument = graphql(`mutation CreateSeat($input: CreateContributorInput!) { createContributor(input: $input) { id } }`)

/** Whether anything was measured of an indicator. */
export const isMeasuredDocument = graphql(
  `query IsMeasured($id: ID!) { measurements(first: 1, history: true, filter: {indicator: {id: {eq: $id}}}) { nodes { id } } }`,
)

export const replanPilotDocument = graphql(`mutation ReplanPilot($id: ID!, $version: Int!, $startsOn: Date, $endsOn: Date, $reason: String) {
  replanPilot(id: $id, version: $version, startsOn: $startsOn, endsOn: $endsOn, reason: $reason) { id version } }`)

export const movePilotDocument = graphql(`mutation MovePilot($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) {
  transitionPilot(id: $id, version: $version, key: $key, input: $input) { id version } }`)
