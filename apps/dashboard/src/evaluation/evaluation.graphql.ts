import { graphql } from '../api/document'
import { allowedFragment, transitionFragment } from '../records/records.graphql'

const givenScore = graphql(`fragment GivenScore on Score { id version criterion { id } evaluator { id } mark abstention reason evidence openedAt }`)

/** An evaluation with all that belongs to it; of marks those that this person may read. */
export const evaluationDocument = graphql(
  `query Evaluation($id: ID!, $language: String) {
  evaluationPlan(id: $id) { id version title status timing design questions weightsDecidedBy scoringFrom scoringUntil disagreementThreshold
    otherSupport delivery deliveryNote revision revisionReason openedAt publishedAt wentOnBecause
    agreementMeasure agreementReading agreement agreementLow agreementHigh methodVersion
    weightSum overall judgedShare awaited judgements archivedAt project { id acronym title demonstration } supersedes { id title revision }
    revisions(first: 5) { nodes { id title revision } }
    can { update { ...Allowed } revise { ...Allowed } } availableTransitions { ...Transition }
    subjects(first: 50) { nodes { id version pilot { id title status partner { id shortName(language: $language) } } } pageInfo { hasNextPage } }
    indicators(first: 50) { nodes { id comparison indicator { id title pilot { title } } } pageInfo { hasNextPage } }
    criteria(first: 50) { nodes { id version position code title(language: $language) question(language: $language)
      rubric1(language: $language) rubric2(language: $language) rubric3(language: $language) rubric4(language: $language) rubric5(language: $language)
      weight mean spread lowest highest marks cannotJudge tooEarly disagrees } pageInfo { hasNextPage } }
    evaluators(first: 50) { nodes { id version user { id displayName } handedInAt conflictDeclaredAt conflict leftOutAt leftOutReason awaited
      can { delete { ...Allowed } handIn { ...Allowed } declareConflict { ...Allowed } } } pageInfo { hasNextPage } }
    consensusNotes(first: 50) { nodes { id version criterion { id } text agreedMark } pageInfo { hasNextPage } }
    effects(first: 50) { nodes { id version title design indicator { id title unit measure } comparisonIndicator { id title } comparison
      beforeFrom beforeUntil afterFrom afterUntil robustness wording assumptions effect effectLow effectHigh effectSize trendDifference
      pointsBefore pointsAfter comparisonBefore comparisonAfter cannotSay computedAt can { update { ...Allowed } compute { ...Allowed } } } pageInfo { hasNextPage } }
    findings(first: 100) { nodes { id title text strength criterion { id title(language: $language) } } pageInfo { hasNextPage } }
    lessons(first: 100) { nodes { id title text forWhom } pageInfo { hasNextPage } }
    recommendations(first: 100) { nodes { id version title text partner { id shortName(language: $language) } dueOn response responseText responseDueOn doneOn answeredAt
      answeredBy { displayName } overdue can { respond { ...Allowed } } } pageInfo { hasNextPage } }
    transitions(first: 20) { nodes { id key reason recordedAt recordedBy { displayName } } } }
  scores(first: 500, filter: {plan: {id: {eq: $id}}}) { nodes { ...GivenScore } pageInfo { hasNextPage endCursor } } }`,
  allowedFragment,
  transitionFragment,
  givenScore,
)

/** Marks beyond the first page: each evaluator gives one on each criterion. */
export const furtherScoresDocument = graphql(
  `query FurtherScores($id: ID!, $after: String) {
  scores(first: 500, after: $after, filter: {plan: {id: {eq: $id}}}) { nodes { ...GivenScore } pageInfo { hasNextPage endCursor } } }`,
  givenScore,
)

/** The evaluations that judge a pilot. */
export const pilotEvaluationsDocument = graphql(`query PilotEvaluations($id: ID!) {
  evaluationSubjects(first: 50, filter: {pilot: {id: {eq: $id}}}) { nodes { id plan { id title timing status } } pageInfo { hasNextPage } } }`)

/**
 * The measurements behind effects. They are worked out from all that was measured, after the project's end too: no day
 * bounds their drawing.
 */
export const effectSeriesDocument = graphql(`query EffectSeries($ids: [ID!], $days: Int!) {
  indicators(first: 100, archived: true, filter: {id: {in: $ids}}) { nodes { id title unit measure
    series(last: $days, asOf: "2199-12-31") { nodes { onDay mean } pageInfo { hasPreviousPage } } } pageInfo { hasNextPage } } }`)

/** People who may be asked to judge in a project. */
export const possibleEvaluatorsDocument = graphql(`query PossibleEvaluators($project: ID!) {
  memberships(first: 500, filter: {project: {id: {eq: $project}}, role: {eq: EVALUATOR}}) { nodes { user { id displayName } } pageInfo { hasNextPage } } }`)

export const assignEvaluatorDocument = graphql(`mutation AssignEvaluator($planId: ID!, $userId: ID!) {
  assignEvaluator(planId: $planId, userId: $userId) { id } }`)

export const releaseEvaluatorDocument = graphql(
  `mutation ReleaseEvaluator($id: ID!, $version: Int!) { deleteEvaluator(id: $id, version: $version) { deletedId } }`,
)

export const declareConflictDocument = graphql(`mutation DeclareConflict($id: ID!, $version: Int!, $text: String!) {
  declareConflict(id: $id, version: $version, text: $text) { id } }`)

export const releasePilotDocument = graphql(`mutation ReleasePilot($id: ID!, $version: Int!) {
  deleteEvaluationSubject(id: $id, version: $version) { deletedId } }`)

export const addUsualCriteriaDocument = graphql(`mutation AddUsualCriteria($id: ID!) { addDacCriteria(planId: $id) { id } }`)

export const reviseEvaluationDocument = graphql(`mutation ReviseEvaluation($id: ID!, $version: Int!, $reason: String!) {
  reviseEvaluationPlan(id: $id, version: $version, reason: $reason) { id } }`)

export const moveEvaluationDocument = graphql(`mutation MoveEvaluation($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) {
  transitionEvaluationPlan(id: $id, version: $version, key: $key, input: $input) { id version } }`)

export const computeEffectDocument = graphql(`mutation ComputeEffect($id: ID!, $version: Int!) { computeEffect(id: $id, version: $version) { id } }`)

export const respondToRecommendationDocument = graphql(`mutation RespondToRecommendation(
  $id: ID!, $version: Int!, $response: RecommendationResponse!, $text: String, $dueOn: Date, $doneOn: Date) {
  respondToRecommendation(id: $id, version: $version, response: $response, text: $text, dueOn: $dueOn, doneOn: $doneOn) { id } }`)

export const createScoreDocument = graphql(`mutation CreateScore($input: CreateScoreInput!) { createScore(input: $input) { id version } }`)

export const updateScoreDocument = graphql(`mutation UpdateScore($id: ID!, $version: Int!, $input: UpdateScoreInput!) {
  updateScore(id: $id, version: $version, input: $input) { id version } }`)

export const handInScoresDocument = graphql(`mutation HandInScores($id: ID!, $version: Int!) { handInScores(id: $id, version: $version) { id } }`)
