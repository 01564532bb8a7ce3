import type { Answer, Client } from './product.js'

export type Given = number | 'CANNOT_JUDGE' | 'TOO_EARLY'

/** The code of the first fault or error of an answer, or null. */
export function codeOf({ errors }: Answer): string | null {
  const extensions = errors?.[0]?.extensions
  return extensions?.faults?.[0]?.code ?? extensions?.code ?? null
}

async function done(answer: Promise<Answer>): Promise<Answer['data']> {
  const { data, errors } = await answer
  if (errors) throw new Error(`${errors[0]?.message} ${JSON.stringify(errors[0]?.extensions)}`)
  return data
}

interface Draft {
  readonly title: string
  readonly timing?: string
  readonly pilots?: readonly string[]
  readonly people?: readonly string[]
  readonly values?: Readonly<Record<string, unknown>>
}

/** What the lead partner does with an evaluation, in short words. */
export class Evaluations {
  constructor(
    readonly lead: Client,
    readonly project: string,
  ) {}

  static async of(lead: Client): Promise<Evaluations> {
    const data = await done(lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }'))
    return new Evaluations(lead, data.projects.nodes[0].id)
  }

  create(record: string, input: Readonly<Record<string, unknown>>, by = this.lead): Promise<Answer> {
    const mutation = `mutation ($input: Create${record}Input!) { create${record}(input: $input) { id version } }`
    return by.ask(mutation, { input: { projectId: this.project, ...input } })
  }

  async idOf(list: string, filter: string): Promise<string> {
    const data = await done(this.lead.ask(`{ ${list}(first: 1, filter: {project: {demonstration: {eq: true}}, ${filter}}) { nodes { id } } }`))
    return data[list].nodes[0].id
  }

  async person(name: string): Promise<string> {
    return (await done(this.lead.ask('query ($name: String!) { users(filter: {displayName: {eq: $name}}) { nodes { id } } }', { name }))).users.nodes[0].id
  }

  async assign(planId: string, name: string): Promise<Answer> {
    const mutation =
      'mutation ($planId: ID!, $userId: ID!) { assignEvaluator(planId: $planId, userId: $userId) { id version can { handIn { allowed reason } } } }'
    return this.lead.ask(mutation, { planId, userId: await this.person(name) })
  }

  /** A plan with the six criteria, a pilot and people, ready to be frozen. */
  async draft({ title, timing = 'INTERIM', pilots = ['Innovation vouchers'], people = ['Eva Luator', 'Bruno Second'], values = {} }: Draft): Promise<string> {
    const input = { title, timing, design: 'BEFORE_AFTER', weightsDecidedBy: 'All', scoringFrom: '2014-03-01', scoringUntil: '2014-03-31', ...values }
    const { id } = (await done(this.create('EvaluationPlan', input))).createEvaluationPlan
    await done(this.lead.ask('mutation ($id: ID!) { addDacCriteria(planId: $id) { id } }', { id }))
    for (const pilot of pilots) await done(this.create('EvaluationSubject', { planId: id, pilotId: await this.idOf('pilots', `title: {eq: "${pilot}"}`) }))
    for (const name of people) await done(this.assign(id, name))
    return id
  }

  async version(id: string, of = 'evaluationPlan', by = this.lead): Promise<number> {
    return (await done(by.ask(`query ($id: ID!) { ${of}(id: $id) { version } }`, { id })))[of].version
  }

  async move(id: string, key: string, reason?: string, by = this.lead): Promise<Answer> {
    const mutation = `mutation ($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) {
      transitionEvaluationPlan(id: $id, version: $version, key: $key, input: $input) { id version status openedAt publishedAt wentOnBecause
        agreement agreementLow agreementHigh agreementMeasure agreementReading agreementSeed overall judgedShare judgements awaited } }`
    return by.ask(mutation, { id, version: await this.version(id), key, input: reason === undefined ? null : { reason } })
  }

  /** One's own seat in a plan. */
  async seat(by: Client, planId: string): Promise<{ id: string; version: number }> {
    const query = 'query ($id: ID!) { viewer { id } evaluators(first: 50, filter: {plan: {id: {eq: $id}}}) { nodes { id version user { id } } } }'
    const { viewer, evaluators } = await done(by.ask(query, { id: planId }))
    return evaluators.nodes.find((node: { user: { id: string } | null }) => node.user?.id === viewer.id)
  }

  async criteria(planId: string): Promise<{ id: string; code: string; position: number; version: number }[]> {
    const query = 'query ($id: ID!) { criteria(first: 50, filter: {plan: {id: {eq: $id}}}) { nodes { id code position version } } }'
    return (await done(this.lead.ask(query, { id: planId }))).criteria.nodes
  }

  /** Gives marks in the order of the criteria; fewer than there are leaves the last ones open. */
  async score(by: Client, planId: string, given: readonly Given[], reason = 'Seen so'): Promise<string[]> {
    const { id: evaluatorId } = await this.seat(by, planId)
    const criteria = await this.criteria(planId)
    const ids: string[] = []
    for (const [index, mark] of given.entries()) {
      const value = typeof mark === 'number' ? { mark } : { abstention: mark }
      const made = await done(this.create('Score', { planId, evaluatorId, criterionId: criteria[index]?.id, reason, ...value }, by))
      ids.push(made.createScore.id)
    }
    return ids
  }

  async handIn(by: Client, planId: string): Promise<Answer> {
    return by.ask('mutation ($id: ID!, $version: Int!) { handInScores(id: $id, version: $version) { id handedInAt awaited } }', {
      ...(await this.seat(by, planId)),
    })
  }

  /** One evaluation that is drafted, one that is scored, one whose scores are opened, with results; Eva Luator, who asks as `evaluator`, judges in all. */
  async inEachState(evaluator: Client): Promise<void> {
    const people = ['Eva Luator']
    const drafted = await this.draft({ title: 'Drafted', people })
    const indicatorId = await this.idOf('indicators', 'title: {eq: "Firms reached"}, pilot: {title: {eq: "Innovation vouchers"}}')
    await this.create('EvaluationIndicator', { planId: drafted, indicatorId })
    const [scored, opened] = [await this.draft({ title: 'Scored', people }), await this.draft({ title: 'Opened', people })]
    for (const plan of [scored, opened]) {
      await this.move(plan, 'START_SCORING')
      await this.score(evaluator, plan, [3, 3, 3, 3, 3, 3])
    }
    await this.handIn(evaluator, opened)
    await this.move(opened, 'OPEN')
    await this.writeResults(opened, indicatorId)
  }

  /** One of each kind of result. */
  private async writeResults(planId: string, indicatorId: string): Promise<void> {
    const [criterion] = await this.criteria(planId)
    const partnerId = await this.idOf('partners', 'acronym: {eq: "Stillwater"}')
    const text = { planId, title: 'x', text: 'x' }
    await this.create('ConsensusNote', { planId, criterionId: criterion?.id, text: 'x' })
    await this.create('Finding', { ...text, strength: 'CLAIMED' })
    await this.create('Lesson', { ...text, forWhom: 'All' })
    await this.create('Recommendation', { ...text, partnerId, dueOn: '2014-05-01' })
    await this.create('EvaluationEffect', {
      ...{ planId, title: 'x', indicatorId, design: 'CONTRIBUTION_STORY', robustness: 1, wording: 'CHANGED', assumptions: 'x' },
    })
  }

  async conflict(by: Client, planId: string, text: string): Promise<Answer> {
    const mutation = 'mutation ($id: ID!, $version: Int!, $text: String!) { declareConflict(id: $id, version: $version, text: $text) { id conflict awaited } }'
    return by.ask(mutation, { ...(await this.seat(by, planId)), text })
  }
}
