import { said, speak } from '../testing/page'
import { some } from '../testing/some'
import type { PlanFacts } from './evaluation-data'
import { type Block, reportBlocks } from './report-blocks'

const none = { nodes: [] }
const lists = { subjects: none, criteria: none, consensusNotes: none, effects: none, findings: none, lessons: none, recommendations: none, evaluators: none }
const unsaid = { questions: null, otherSupport: null, delivery: null, deliveryNote: null, weightsDecidedBy: null, scoringFrom: null, scoringUntil: null }
const results = { overall: null, judgedShare: null, judgements: 0, agreement: null, agreementReading: null, agreementMeasure: null }
const bare = {
  title: 'How the mill went',
  status: 'OPENED',
  openedAt: null,
  timing: 'FINAL',
  design: 'BEFORE_AFTER',
  wentOnBecause: null,
  methodVersion: null,
} as const

const report = (facts: object = {}): readonly Block[] =>
  reportBlocks(some<PlanFacts>({ ...lists, ...unsaid, ...results, ...bare, ...facts }), said).map(({ block }) => block)

const headings = (blocks: readonly Block[], level: number) => blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []))
const texts = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
const tables = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const criterion = { id: 'c', title: 'Relevance', weight: 0.25, mean: 3.5, lowest: 3, highest: 4, cannotJudge: 0, tooEarly: 1 }

describe('an evaluation report', () => {
  beforeEach(() => speak('en'))

  it('begins with its title and how the evaluation stands', () => {
    const [first, second] = report()
    expect(first).toEqual({ kind: 'heading', level: 1, text: 'How the mill went' })
    expect(second).toMatchObject({ kind: 'text', text: expect.stringMatching(/^evaluation\.stands\.OPENED/) })
  })

  it('leaves out parts that have nothing to say', () => {
    expect(headings(report(), 2)).toEqual(['report.about', 'evaluation.results', 'report.method'])
  })

  it('has a part for all that was written, in its order', () => {
    const full = report({
      findings: { nodes: [{ title: 'A finding', text: 'Its text', strength: 'TESTED' }] },
      lessons: { nodes: [{ title: 'A lesson', text: null, forWhom: 'All' }] },
      recommendations: { nodes: [{ title: 'A recommendation', text: 'Do it', partner: null, dueOn: '2014-05-01', response: null }] },
    })
    expect(headings(full, 2).slice(2, 5)).toEqual(['findings', 'lessons', 'recommendations'].map((name) => `resources.${name}.name (smart_count 2)`))
    expect(headings(full, 3)).toEqual(['A finding', 'A lesson', 'A recommendation'])
    expect(texts(full)).toEqual(expect.arrayContaining(['Its text', 'enums.EvidenceStrength.TESTED', 'resources.lessons.fields.forWhom: All', 'Do it']))
  })

  it('has a place of its own for each piece', () => {
    const places = reportBlocks(some<PlanFacts>({ ...lists, ...unsaid, ...results, ...bare }), said).map(({ place }) => place)
    expect(new Set(places).size).toBe(places.length)
  })

  it('says that a demonstration is one', () => {
    expect(texts(report({ project: { demonstration: true } }))).toContain('app.demonstration')
    expect(texts(report({ project: { demonstration: false } }))).not.toContain('app.demonstration')
  })

  it('says of what is not known that it is not', () => {
    const [about] = tables(report())
    expect(about?.rows.filter(([, text]) => text === 'app.unknown')).toHaveLength(7)
    const [told] = tables(
      report({ subjects: { nodes: [{ pilot: { title: 'Mill' } }, { pilot: null }, { pilot: { title: 'Yard' } }] }, delivery: 'AS_PLANNED' }),
    )
    expect(told?.rows[0]?.[1]).toBe('Mill, Yard')
    expect(told?.rows.map(([, text]) => text)).toContain('enums.Delivery.AS_PLANNED')
  })

  it('has a row of figures for each criterion', () => {
    const [, table] = tables(report({ criteria: { nodes: [criterion, { ...criterion, mean: null, lowest: null, highest: null, tooEarly: 0 }] } }))
    expect(table?.rows).toEqual([
      ['Relevance', '25%', '3.5', 'report.range (low 3, high 4)', 'evaluation.tooEarly (smart_count 1)'],
      ['Relevance', '25%', '–', '–', '–'],
    ])
    expect(table?.head).toHaveLength(5)
  })

  it('says how far evaluators agree, with the figure where there is one', () => {
    const agreed = { agreementReading: 'FIRM', agreementMeasure: 'KRIPPENDORFF_ALPHA', agreement: 0.8, agreementLow: null, agreementHigh: null }
    expect(texts(report())).toContain('app.unknown.')
    expect(texts(report(agreed)).some((text) => /^enums\.AgreementReading\.FIRM \(evaluation\.agreementNoInterval .*\)\.$/.test(text))).toBe(true)
  })

  it('lists what evaluators wrote together, under the criterion that it is on', () => {
    const noted = report({ criteria: { nodes: [criterion] }, consensusNotes: { nodes: [{ criterion: { id: 'c' }, text: 'We differed' }] } })
    expect(noted).toContainEqual({ kind: 'list', items: ['Relevance: We differed'] })
  })

  it('ends with who judged, by which version of the methods', () => {
    const judged = report({
      evaluators: { nodes: [{ user: { displayName: 'Ada' } }, { user: null }] },
      methodVersion: '1.2',
      revision: 2,
      wentOnBecause: 'Time',
    })
    expect(judged).toContainEqual({ kind: 'list', items: ['Ada: evaluation.awaited', 'app.unknown: evaluation.awaited'] })
    expect(texts(judged).slice(-2)).toEqual(['evaluation.wentOn (reason Time)', 'report.version (version 1.2, revision 2)'])
  })
})
