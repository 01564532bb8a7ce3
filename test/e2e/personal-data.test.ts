import { mkdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openStage, type Stage, signIn, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** Types into a pilot and leaves it; the draft is kept. */
async function leaveDraft(page: Page, text: string): Promise<void> {
  await visit(page, '/pilots')
  await page.getByRole('link', { name: 'Innovation vouchers' }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill(text)
  await page.getByText(/Kept on this computer/).waitFor()
}

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Walter Package|Lena Lead/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

/** Everything that this browser keeps for the dashboard, as text. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('clusterpolisee')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const drafts = await new Promise<unknown[]>((resolve) => {
      if (!database.objectStoreNames.contains('drafts')) return resolve([])
      const reading = database.transaction('drafts').objectStore('drafts').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    database.close()
    return JSON.stringify([drafts, { ...localStorage }, { ...sessionStorage }])
  })

describe('on a shared computer', () => {
  it('signing out asks of unsaved input, and leaves nothing of it nor of what was read', async () => {
    const page = await stage.open('wp-leader')
    await leaveDraft(page, 'Nobody else may read this')
    expect(await keptIn(page)).toContain('Nobody else may read this')
    await signOut(page)
    const dialog = page.getByRole('dialog', { name: 'You have unsaved input in one place' })
    await dialog.waitFor()
    mkdirSync('test/output', { recursive: true })
    await page.screenshot({ path: 'test/output/sign-out.png' })
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    const kept = await keptIn(page)
    expect(kept).not.toContain('Nobody else may read this')
    expect(JSON.parse(kept)[0]).toEqual([])
    expect(kept).not.toMatch(/\.project|listParams/)
    expect(page.url()).toMatch(/#\/login/)
  })

  it('who wants drafts kept finds them again, and nobody who signs in meanwhile is asked of them', async () => {
    const page = await stage.open('wp-leader')
    await leaveDraft(page, 'To be gone on with')
    await signOut(page)
    await page.getByLabel('What becomes of it').selectOption({ label: 'Keep my drafts on this computer, for 30 days at most' })
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await signIn(page, 'lead')
    await signOut(page)
    await signIn(page, 'wp-leader')
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Innovation vouchers' }).click()
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByText(/There is unsaved input of yours/).waitFor()
  })

  it('whoever signs in after a session that ended leaves nothing of the former person', async () => {
    const page = await stage.open('wp-leader')
    await leaveDraft(page, 'Left without a word')
    await page.context().clearCookies()
    await page.goto(`${stage.product.gateway.url}/#/login`)
    await page.reload()
    await signIn(page, 'lead')
    await page.waitForFunction(async () => {
      const found = await new Promise<number>((resolve) => {
        const opening = indexedDB.open('clusterpolisee')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('drafts').objectStore('drafts').count()
          counting.onsuccess = () => resolve(counting.result)
        }
      })
      return found === 0
    })
    expect(await keptIn(page)).not.toContain('Left without a word')
  })

  it('a session that ended lets its person leave the computer clean', async () => {
    const page = await stage.open('wp-leader')
    await leaveDraft(page, 'Typed before it ended')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog', { name: 'Your session has ended' }).getByRole('button', { name: 'Leave this computer' }).click()
    await page
      .getByRole('dialog', { name: /You have unsaved input/ })
      .getByRole('button', { name: 'Sign out' })
      .click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await keptIn(page)).not.toContain('Typed before it ended')
  })

  it('signing out everywhere leaves nothing either', async () => {
    const page = await stage.open('wp-leader')
    await leaveDraft(page, 'From one of my devices')
    await visit(page, '/account')
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page
      .getByRole('dialog', { name: /You have unsaved input/ })
      .getByRole('button', { name: 'Sign out' })
      .click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await keptIn(page)).not.toContain('From one of my devices')
  })
})

describe('what is kept of people', () => {
  it('is told to anyone, from the page to sign in', async () => {
    const page = await stage.open(null)
    await visit(page, '/login')
    await page.getByRole('link', { name: 'What is kept of people' }).click()
    const safe = page.getByRole('region', { name: 'To keep accounts safe, and to find who misused one' })
    await safe.getByRole('row', { name: /Sessions: .*Device.* After it ended: 90 days the person or an administrator The row is deleted/ }).waitFor()
    expect(await page.getByText('Rows of mine').count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toMatch(/kept\.[a-z_]|resources\.|enums\./)
    await page.screenshot({ path: 'test/output/personal-data.png', fullPage: true })
    await page.getByRole('button', { name: 'Italiano' }).click()
    await page.getByRole('heading', { name: 'Che cosa si conserva delle persone' }).waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/kept\.[a-z_]|resources\.|enums\./)
  })

  it('is counted and handed to the person, who is asked again who they are', async () => {
    const page = await stage.open('lead')
    await visit(page, '/account')
    await page.getByRole('link', { name: 'What is kept of people, why, and until when' }).click()
    await page.getByRole('row', { name: /^Members: .* 2$/ }).waitFor()
    await visit(page, '/account')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download all of it' }).click()
    const file = await (await saving).path()
    const { records } = JSON.parse(readFileSync(file, 'utf8'))
    expect(records.User).toEqual([expect.objectContaining({ email: 'lead@example.org' })])
  })
})
