import type { Translate } from '../api/translate'
import { dayText, numberText, percentText } from '../kit/format'
import { answerText } from './answer-text'
import { figuresOf, saidOf } from './effect-words'
import type { PlanFacts } from './evaluation-data'
import { abstentionText, agreementFigure, agreementText, asSentence, overallText, seatText, standingOf } from './standing'

/** A piece of a report, the same for the printed page and for the file. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly label: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A piece and its place in the report. */
export interface Placed {
  readonly block: Block
  readonly place: string
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const text = (words: string | null): Block[] => (words ? [{ kind: 'text', text: words }] : [])

/** A part of the report with its heading; nothing where it has nothing to say. */
const part = (title: string, blocks: readonly Block[]): Block[] => (blocks.length > 0 ? [heading(2, title), ...blocks] : [])

/** The evaluation report: what was asked and judged how and by whom, what came of it, and what it cannot say. */
export function reportBlocks(plan: PlanFacts, translate: Translate): Placed[] {
  const names = (plural: string) => translate(`resources.${plural}.name`, { smart_count: 2 })
  const blocks = [
    heading(1, plan.title),
    ...text(standingOf(plan, translate)),
    ...text(plan.project?.demonstration ? translate('app.demonstration') : null),
    ...part(translate('report.about'), aboutBlocks(plan, translate)),
    ...part(translate('evaluation.results'), resultBlocks(plan, translate)),
    ...part(
      names('findings'),
      plan.findings.nodes.flatMap((one) => titled(one.title, [one.text, translate(`enums.EvidenceStrength.${one.strength}`)])),
    ),
    ...part(names('evaluationEffects'), effectBlocks(plan, translate)),
    ...part(
      names('lessons'),
      plan.lessons.nodes.flatMap((one) => titled(one.title, [one.text, `${translate('resources.lessons.fields.forWhom')}: ${one.forWhom}`])),
    ),
    ...part(
      names('recommendations'),
      plan.recommendations.nodes.flatMap((one) => titled(one.title, [one.text, answerText(one, translate)])),
    ),
    ...part(translate('report.method'), methodBlocks(plan, translate)),
  ]
  return blocks.map((block, index) => ({ block, place: String(index) }))
}

const titled = (title: string, texts: readonly (string | null)[]): Block[] => [heading(3, title), ...texts.flatMap(text)]

function aboutBlocks(plan: PlanFacts, translate: Translate): Block[] {
  const label = (name: string) => translate(`resources.evaluationPlans.fields.${name}`)
  const unknown = translate('app.unknown')
  const rows = [
    [translate('resources.pilots.name', { smart_count: 2 }), plan.subjects.nodes.flatMap(({ pilot }) => pilot?.title ?? []).join(', ') || unknown],
    [label('timing'), translate(`enums.EvaluationTiming.${plan.timing}`)],
    [label('design'), translate(`enums.EvaluationDesign.${plan.design}`)],
    [label('scoringFrom'), plan.scoringFrom ? dayText(plan.scoringFrom) : unknown],
    [label('scoringUntil'), plan.scoringUntil ? dayText(plan.scoringUntil) : unknown],
    [label('questions'), plan.questions ?? unknown],
    [label('otherSupport'), plan.otherSupport ?? unknown],
    [label('delivery'), [plan.delivery ? translate(`enums.Delivery.${plan.delivery}`) : unknown, plan.deliveryNote].filter(Boolean).join('. ')],
    [label('weightsDecidedBy'), plan.weightsDecidedBy ?? unknown],
  ]
  return [{ kind: 'table', label: translate('report.about'), head: [translate('report.what'), translate('report.says')], rows }]
}

function resultBlocks(plan: PlanFacts, translate: Translate): Block[] {
  const label = (name: string) => translate(`resources.criteria.fields.${name}`)
  const figure = (value: number | null) => (value === null ? '–' : numberText(value))
  const rows = plan.criteria.nodes.map((one) => [
    one.title,
    percentText(one.weight, 1),
    figure(one.mean),
    one.lowest === null ? '–' : translate('report.range', { low: figure(one.lowest), high: figure(one.highest) }),
    abstentionText(one, translate) || '–',
  ])
  const head = [
    translate('resources.criteria.name', { smart_count: 1 }),
    label('weight'),
    label('mean'),
    translate('report.spread'),
    translate('evaluation.withoutMark'),
  ]
  const figures = agreementFigure(plan, translate)
  const notes = plan.consensusNotes.nodes.map(
    ({ criterion, text: words }) => `${plan.criteria.nodes.find(({ id }) => id === criterion?.id)?.title ?? ''}: ${words}`,
  )
  return [
    ...text(`${asSentence(overallText(plan, translate))}.`),
    ...text(`${agreementText(plan, translate)}${figures ? ` (${figures})` : ''}.`),
    { kind: 'table', label: translate('evaluation.results'), head, rows },
    ...(notes.length > 0 ? [heading(3, translate('resources.consensusNotes.name', { smart_count: 2 })), { kind: 'list', items: notes } as const] : []),
  ]
}

const effectBlocks = (plan: PlanFacts, translate: Translate): Block[] =>
  plan.effects.nodes.flatMap((effect) => [
    ...titled(effect.title, [saidOf(effect, translate), effect.cannotSay ? translate(`enums.EffectLimit.${effect.cannotSay}`) : null]),
    { kind: 'table' as const, label: effect.title, head: [translate('report.what'), translate('report.says')], rows: figuresOf(effect, translate) },
  ])

function methodBlocks(plan: PlanFacts, translate: Translate): Block[] {
  const people = plan.evaluators.nodes.map((seat) => `${seat.user?.displayName ?? translate('app.unknown')}: ${seatText(seat, plan, translate)}`)
  return [
    { kind: 'list', items: people },
    ...text(plan.wentOnBecause ? translate('evaluation.wentOn', { reason: plan.wentOnBecause }) : null),
    ...text(plan.methodVersion ? translate('report.version', { version: plan.methodVersion, revision: plan.revision }) : null),
  ]
}
