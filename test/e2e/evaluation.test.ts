import type { Page } from 'playwright-core'
import { Evaluations } from '../support/evaluation.js'
import { Keyboard } from './keyboard.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
let evaluations: Evaluations

beforeAll(async () => {
  stage = await openStage()
  evaluations = await Evaluations.of(await stage.product.client.as('lead'))
})

afterAll(() => stage?.close())

const criteria = ['Relevance', 'Coherence', 'Effectiveness', 'Efficiency', 'Impact', 'Sustainability'] as const

async function openPlan(page: Page, title: string): Promise<void> {
  await visit(page, '/evaluationPlans')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  await page.getByRole('list', { name: 'State of the evaluation' }).waitFor()
}

/** Makes a move of the page that is open, by its button and the dialog behind it. */
async function move(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}…` }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Gives one criterion a mark (or says why there is none) with a reason. */
async function give(page: Page, criterion: string, mark: string, reason: string): Promise<void> {
  const card = page.getByRole('region', { name: criterion })
  await card.getByRole('radio', { name: new RegExp(`^${mark}`) }).check()
  await card.getByLabel('Reason').fill(reason)
  await card.getByText(/^Saved as a draft/).waitFor()
}

async function addRecord(page: Page, kind: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: `Add: ${kind}` }).click()
  await page.getByRole('heading', { name: `New: ${kind}` }).waitFor()
  await fill()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Facts' }).waitFor()
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

describe('an evaluation', () => {
  const title = 'Vouchers, looked at together'

  it('is planned by the lead partner by forms, and frozen once nothing is missing', async () => {
    const page = await stage.open('lead')
    await visit(page, '/evaluationPlans')
    await page.getByRole('link', { name: 'Add: Evaluation' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
    await choose(page, 'Timing', 'Interim')
    await choose(page, 'Design', 'Before and after')
    await page.getByRole('textbox', { name: 'Weights decided by' }).fill('All partners, in March')
    await page.getByLabel('Scoring from').fill('2014-03-01')
    await page.getByLabel('Scoring until').fill('2014-04-30')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Say first which pilot is evaluated.').waitFor()
    const plan = page.url()
    await addRecord(page, 'Evaluated pilot', () => choose(page, 'Pilot action', 'Innovation vouchers'))
    await page.goto(plan)
    await page.getByRole('button', { name: 'Add the six OECD DAC criteria' }).click()
    await page.getByRole('rowheader', { name: /^Sustainability/ }).waitFor()
    for (const name of ['Eva Luator', 'Bruno Second']) {
      await page.getByRole('button', { name: 'Assign an evaluator…' }).click()
      await page.getByRole('combobox', { name: 'Person' }).selectOption({ label: name })
      await page.getByRole('button', { name: 'Assign', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page
        .getByRole('listitem')
        .filter({ hasText: `${name}assigned` })
        .waitFor()
    }
    await move(page, 'Freeze and start scoring')
    await page.getByText('0 of 2 evaluators have handed in').waitFor()
    await page.getByText('This is frozen since scoring began.', { exact: false }).waitFor()
    await page.getByText('Open the scores: Nobody has handed in marks yet.').waitFor()
    expect(await page.getByRole('link', { name: 'Give marks' }).count()).toBe(0)
  })

  it('is scored by keyboard alone, drafts kept, faults at their criterion', async () => {
    const page = await stage.open('evaluator')
    await openPlan(page, title)
    const keyboard = new Keyboard(page)
    await keyboard.press('Give marks')
    await page.getByText('nobody else sees your marks', { exact: false }).waitFor()
    await keyboard.press('Hand in all marks')
    await page.getByText('Choose a mark, or say why there is none.').first().waitFor()
    for (const [index, criterion] of criteria.entries()) {
      const card = page.getByRole('region', { name: criterion })
      if (index > 0) await keyboard.to(/^1: /)
      if (criterion === 'Impact') {
        await page.keyboard.press('ArrowUp')
      } else {
        await page.keyboard.press('Space')
        for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
      }
      await keyboard.to('Reason')
      await page.keyboard.type(`Seen in ${criterion.toLowerCase()}`)
      await card.getByText(/^Saved as a draft/).waitFor()
    }
    await page.reload()
    await page.getByText('nobody else sees your marks', { exact: false }).waitFor()
    await page.getByRole('region', { name: 'Relevance' }).getByRole('radio', { name: /^4: /, checked: true }).waitFor()
    await page.getByRole('region', { name: 'Impact' }).getByRole('radio', { name: 'Too early', checked: true }).waitFor()
    await keyboard.press('Hand in all marks')
    await page.getByText('Your marks are handed in. Thank you.').waitFor()
    await page.getByText('1 of 2 evaluators has handed in', { exact: false }).or(page.getByText('1 of 2 evaluators have handed in')).waitFor()
  }, 300_000)

  it('is blind: neither the other evaluator nor the lead partner sees a mark on the page', async () => {
    for (const person of ['lead', 'evaluator-b']) {
      const page = await stage.open(person)
      await openPlan(page, title)
      expect(await page.getByText('Seen in relevance').count()).toBe(0)
      expect(await page.getByRole('heading', { name: 'Results' }).count()).toBe(0)
      await page.context().close()
    }
  })

  it('is scored on a phone, and opened by an evaluator when all have handed in', async () => {
    const page = await stage.open('evaluator-b', { viewport: { width: 360, height: 740 } })
    await openPlan(page, title)
    await page.getByRole('link', { name: 'Give marks' }).click()
    const marks = ['4', '4', '1', '4', 'Cannot judge', '4']
    for (const [index, criterion] of criteria.entries()) await give(page, criterion, marks[index] ?? '', 'As the diary says')
    await page.getByRole('region', { name: 'Impact' }).getByLabel('Evidence').fill('no address')
    await page.getByRole('button', { name: 'Hand in all marks' }).click()
    await page.getByText('Line 1 does not begin with an address', { exact: false }).waitFor()
    await page.getByRole('region', { name: 'Impact' }).getByLabel('Evidence').fill('https://example.org/diary The diary')
    await page.getByRole('button', { name: 'Hand in all marks' }).click()
    await page.getByText('Your marks are handed in. Thank you.').waitFor()
    await move(page, 'Open the scores')
    await page.getByRole('heading', { name: 'Results' }).waitFor()
    await page.getByText(/Cohen's kappa, weighted by the square of the distance: .* 95 of 100 resamples between/).waitFor()
    await page.getByText('no mark; 1 cannot judge, 1 says too early').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it('asks for a consensus note, is concluded and published, and the partner answers', async () => {
    const page = await stage.open('lead')
    await openPlan(page, title)
    await page.getByRole('img', { name: 'Effectiveness: mean 2.5, from 1 to 4, 2 marks' }).waitFor()
    await page.getByText('The evaluators disagree on Effectiveness.', { exact: false }).waitFor()
    const plan = page.url()
    await page.getByRole('button', { name: 'Consensus note: Effectiveness' }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('One saw the firms, the other the forms')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Nothing was found yet. Write at least one finding.').waitFor()
    await addRecord(page, 'Finding', async () => {
      await page.getByRole('textbox', { name: 'Finding' }).fill('Firms come back')
      await choose(page, 'Strength of the evidence', 'Documented')
    })
    await page.goto(plan)
    await addRecord(page, 'Recommendation', async () => {
      await page.getByRole('textbox', { name: 'Recommendation' }).fill('Shorten the form')
      await choose(page, 'To', 'Greenfell')
      await page.getByLabel('Answer due on').fill('2014-05-31')
    })
    await page.goto(plan)
    await move(page, 'Conclude')
    await page.getByText('Concluded: overall', { exact: false }).waitFor()
    await move(page, 'Publish')
    await page.getByText('Published on', { exact: false }).first().waitFor()

    const owner = await stage.open('partner-b')
    await openPlan(owner, title)
    await owner.getByRole('button', { name: 'Answer: Shorten the form' }).click()
    await owner.getByRole('combobox', { name: 'Answer' }).selectOption({ label: 'Accepted with changes' })
    await owner.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click()
    await owner.getByText('Say by when it is to be done.').waitFor()
    await owner.getByLabel('Answer in words').fill('One page less')
    await owner.getByLabel('To be done by').fill('2014-06-30')
    await owner.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click()
    await owner.getByText('Accepted with changes (Peter Southern): One page less', { exact: false }).waitFor()
  })

  it('has a report that prints with its headings in order, and as a Word file', async () => {
    const page = await stage.open('lead')
    await openPlan(page, title)
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    await page.getByRole('heading', { name: 'Who judged, and how' }).waitFor()
    const levels = await page.getByRole('heading').evaluateAll((found) => found.map((heading) => Number(heading.tagName.slice(1))))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true })
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Word file (DOCX)' }).click()])
    expect(file.suggestedFilename()).toBe(`${title}.docx`)
  })
})

describe('a further look', () => {
  it('one judgement reads as such, and a plan is revised with a reason', async () => {
    const id = await evaluations.draft({ title: 'By one alone', people: ['Eva Luator'] })
    await evaluations.move(id, 'START_SCORING')
    const evaluator = await stage.product.client.as('evaluator')
    await evaluations.score(evaluator, id, [3, 3, 3, 3, 3, 3])
    await evaluations.handIn(evaluator, id)
    await evaluations.move(id, 'OPEN')
    const page = await stage.open('lead', { locale: 'it-IT' })
    await visit(page, `/evaluationPlans/${id}/show`)
    await page.getByText('Un solo giudizio, accordo non noto').waitFor()
    await page.getByRole('button', { name: 'Rivedi…' }).click()
    await page.getByLabel('Motivo della revisione').fill('Servono altri occhi')
    await page.getByRole('button', { name: 'Crea la revisione' }).click()
    await page.getByText('In bozza: si può ancora cambiare', { exact: false }).waitFor()
  })

  it('a pilot leads to its evaluations', async () => {
    const page = await stage.open('observer')
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'First-buyer scheme' }).click()
    await page.getByRole('link', { name: 'First-buyer scheme: what it brought' }).click()
    await page.getByRole('heading', { name: 'Results' }).waitFor()
  })
})
