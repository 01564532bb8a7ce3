import type { Page } from 'playwright-core'
import { PASSWORD } from '../support/product.js'
import { settle } from './settle.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

async function editPilot(page: Page, title: string): Promise<void> {
  await visit(page, '/pilots')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('heading', { name: `Edit: ${title}` }).waitFor()
}

describe('two people at one pilot', () => {
  it('lose nothing: what fits is taken, only the clash is asked', async () => {
    const [leader, partner] = await Promise.all([stage.open('wp-leader'), stage.open('partner-b')])
    await Promise.all([editPilot(leader, 'Skills scan with employers'), editPilot(partner, 'Skills scan with employers')])
    await leader.getByRole('textbox', { name: 'Summary' }).fill('Ask employers which skills are missing within two weeks.')
    await leader.getByRole('textbox', { name: 'Carried out by' }).fill('Chamber of Greenfell')
    await leader.getByRole('button', { name: 'Save' }).click()
    await leader.getByText('Saved.').waitFor()

    await partner.getByRole('textbox', { name: 'Summary' }).fill('Ask employers, firm by firm, which skills are missing.')
    await partner.getByRole('textbox', { name: 'Note' }).fill('First round ended in March.')
    await partner.getByRole('button', { name: 'Save' }).click()
    const dialog = partner.getByRole('dialog', { name: 'Walter Package saved this while you were editing' })
    await dialog.getByText('2 fields fit together by themselves:').waitFor()
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0)
    await dialog.getByRole('radio', { name: /Write it together/ }).check()
    await dialog.getByRole('textbox', { name: 'Write it together' }).fill('Ask employers, firm by firm, which skills are missing within two weeks.')
    await dialog.getByRole('button', { name: 'Save what I chose' }).click()
    await partner.getByText('Ask employers, firm by firm, which skills are missing within two weeks.').first().waitFor()
    await partner.getByText('Chamber of Greenfell').first().waitFor()
    await partner.getByText('First round ended in March.').first().waitFor()
  })
})

describe('a room whose part did not come', () => {
  const progressPart = /\/assets\/progress-[^/]+\.js$/

  it('says so, and opens once it is tried again', async () => {
    const page = await stage.open('lead')
    await page.route(progressPart, (route) => route.abort())
    await visit(page, '/progress')
    await page.getByText('A part of this page could not be fetched.').waitFor()
    await page.unroute(progressPart)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Programme progress' }).waitFor()
  })

  it('opens by itself once the connection is back', async () => {
    const page = await stage.open('lead')
    await page.context().setOffline(true)
    await page.evaluate(() => {
      window.location.hash = '#/progress'
    })
    await page.getByText('A part of this page could not be fetched.').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { level: 1, name: 'Programme progress' }).waitFor()
  })

  it('leaves the other rooms alone, and opens when one comes back', async () => {
    const page = await stage.open('lead')
    await page.route(progressPart, (route) => route.abort())
    await visit(page, '/progress')
    await page.getByText('A part of this page could not be fetched.').waitFor()
    await visit(page, '/partners')
    await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor()
    await page.unroute(progressPart)
    await visit(page, '/progress')
    await page.getByRole('heading', { level: 1, name: 'Programme progress' }).waitFor()
  })

  it('begins anew, once, where a newer dashboard lies on the server', async () => {
    const page = await stage.open('lead')
    let loads = 0
    page.on('framenavigated', () => (loads += 1))
    await page.route(progressPart, (route) => route.abort())
    await page.route(`${stage.product.gateway.url}/`, async (route) => {
      if (route.request().resourceType() === 'document') return route.continue()
      await route.fulfill({ contentType: 'text/html', body: '<script type="module" crossorigin src="/assets/index-newer.js"></script>' })
    })
    const reloaded = page.waitForEvent('load')
    await page.evaluate(() => {
      window.location.hash = '#/progress'
    })
    await reloaded
    await page.getByText('A part of this page could not be fetched.').waitFor()
    expect(loads).toBeGreaterThan(0)
  })
})

describe('unsaved input', () => {
  it('is offered back after a reload', async () => {
    const page = await stage.open('wp-leader')
    await editPilot(page, 'Innovation vouchers')
    await page.getByRole('textbox', { name: 'Note' }).fill('Half of a thought')
    await page.getByText(/Kept on this computer/).waitFor()
    await page.reload()
    await page.getByText(/There is unsaved input of yours/).waitFor()
    await page.getByRole('button', { name: 'Take it back' }).click()
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Half of a thought')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Half of a thought').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
    await page.locator('dd').filter({ hasText: 'Half of a thought' }).waitFor({ state: 'hidden' })
  })

  it('of the last moment is kept too: a page left at once, and one that is loaded anew', async () => {
    const page = await stage.open('wp-leader')
    for (const [text, leave] of [
      ['Left at once', () => page.evaluate(() => window.history.back())],
      ['Loaded anew', () => page.reload()],
    ] as const) {
      await editPilot(page, 'Map of research strengths')
      await page.getByRole('textbox', { name: 'Note' }).fill(text)
      await leave()
      await editPilot(page, 'Map of research strengths')
      await page.getByRole('button', { name: 'Take it back' }).click()
      expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(text)
    }
  })

  it('that was saved is not offered back', async () => {
    const page = await stage.open('wp-leader')
    await editPilot(page, 'Map of research strengths')
    await page.getByRole('textbox', { name: 'Note' }).fill('Saved at once')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await editPilot(page, 'Map of research strengths')
    await settle(page)
    expect(await page.getByText(/There is unsaved input of yours/).count()).toBe(0)
  })

  it('survives a session that ends: the password is asked in place', async () => {
    const page = await stage.open('wp-leader')
    await editPilot(page, 'Energy scans')
    await page.getByRole('textbox', { name: 'Note' }).fill('Typed before the session ended')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    await dialog.getByLabel('Password').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Typed before the session ended').first().waitFor()
  })

  it('stays while the server is away', async () => {
    const page = await stage.open('wp-leader')
    await editPilot(page, "Managers' exchange")
    await page.getByRole('textbox', { name: 'Note' }).fill('Typed on a train')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: 'The server is not reached.' }).first().waitFor()
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Typed on a train')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Typed on a train').first().waitFor()
  })
})

describe('the address', () => {
  it('carries the project and the day that the page speaks of', async () => {
    const page = await stage.open('lead')
    await page.getByRole('button', { name: 'As of 14 April 2014' }).click()
    await page.getByLabel('Another day').fill('2014-01-31')
    await page.keyboard.press('Escape')
    await page.getByText('the plan for 31 January 2014').waitFor()
    expect(page.url()).toContain('asOf=2014-01-31')
    const other = await stage.open('lead')
    await other.goto(page.url())
    await other.getByText('the plan for 31 January 2014').waitFor()
    expect(await other.locator('main table').textContent()).toBe(await page.locator('main table').textContent())
  })
})

describe('language and colours', () => {
  it('follow the browser first and the account from then on', async () => {
    const page = await stage.open('observer', { locale: 'it-IT' })
    await page.getByRole('heading', { name: 'A che punto è il piano di lavoro' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('it')
    await page
      .getByRole('button', { name: 'EN', exact: true })
      .or(page.getByRole('button', { name: 'IT', exact: true }))
      .click()
    await page.getByRole('menuitem', { name: 'Italiano' }).click()
    await page.getByRole('button', { name: 'Colori scuri' }).click()
    await page.getByRole('button', { name: 'Colori chiari' }).waitFor()
    await settle(page)
    const elsewhere = await stage.open('observer', { locale: 'en-GB' })
    await elsewhere.getByRole('heading', { name: 'A che punto è il piano di lavoro' }).waitFor()
    await elsewhere.getByRole('button', { name: 'Colori chiari' }).waitFor()
    await visit(elsewhere, '/deliverables')
    await elsewhere.getByRole('columnheader', { name: /scadenza/i }).waitFor()
    await elsewhere.getByText('14 febbraio 2014').waitFor()
  })
})
