import type { Page } from 'playwright-core'
import { connectEmbedded } from '../support/embedded-database.js'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.js'
import { Keyboard } from './keyboard.js'
import { faultsOn } from './looks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
let provider: IdentityProvider

beforeAll(async () => {
  provider = await startIdentityProvider()
  stage = await openStage(provider.settings)
  provider.serve(stage.product.client.url)
  provider.people.set('lena', { email: 'lena@elsewhere.example', email_verified: true, name: 'Lena Lead' })
  provider.who = 'lena'
})
afterAll(async () => {
  await stage?.close()
  provider?.stop()
})

it('a provider that is away is told of where one stands, and asked again', async () => {
  const page = await stage.open(null)
  const button = page.getByRole('button', { name: 'Sign in with The Region' })
  provider.instead = (request) => void request.socket.destroy()
  await button.click()
  await page.getByRole('alert').filter({ hasText: 'The Region does not answer as it should.' }).waitFor()
  provider.instead = null
  await button.click()
  await page.getByRole('alert').filter({ hasText: 'no invitation is open' }).waitFor()
})

it('whoever is not let in is told why on the page to sign in, by keyboard and in both languages', async () => {
  const page = await stage.open(null)
  await new Keyboard(page).press('Sign in with The Region')
  await page.getByRole('alert').filter({ hasText: 'no invitation is open for its e-mail address' }).waitFor()
  await page.getByRole('button', { name: 'Italiano' }).click()
  await page.getByRole('button', { name: 'Accedi con The Region' }).waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('nessun invito è aperto')
  const { hash } = new URL(page.url())
  expect(await faultsOn(page, [['refused', hash.slice(1)]])).toEqual([])
  await page.goto(`${stage.product.gateway.url}/#/login?refused=//evil.example&provider=region`)
  await page.getByRole('alert').filter({ hasText: 'Non ha funzionato' }).waitFor()
})

it('an account is joined, signs in, signs out at the provider too, and is parted', async () => {
  const page = await stage.open('lead')
  await visit(page, '/account')
  await page.getByRole('button', { name: 'Join an account of The Region' }).click()
  await page.getByRole('status').filter({ hasText: 'You can sign in with The Region from now on.' }).waitFor()
  expect(await faultsOn(page, [['my account', '/account?joined=region']])).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with The Region' }).click()
  await page.locator('#main h1').first().waitFor()
  await visit(page, '/account')
  const joined = page.getByRole('listitem').filter({ hasText: 'lena@elsewhere.example' })
  expect(await joined.textContent()).toContain('last used')
  await signOut(page)
  await page.getByRole('button', { name: /yes/i }).click()
  await page.getByRole('button', { name: 'Sign in with The Region' }).click()
  await page.locator('#main h1').first().waitFor()
  await visit(page, '/account')
  await page.getByRole('button', { name: 'Part: The Region, lena@elsewhere.example' }).click()
  await page.getByRole('button', { name: 'Part', exact: true }).click()
  await joined.waitFor({ state: 'detached' })
})

it('whoever has no password proves again who they are, and comes in again, by the provider in a window of its own', async () => {
  provider.people.set('dora', { email: 'dora@region.example', email_verified: true, name: 'Dora Domain' })
  provider.who = 'dora'
  const page = await stage.open(null)
  const database = await connectEmbedded(stage.product.folder)
  try {
    await page.getByRole('button', { name: 'Sign in with The Region' }).click()
    await page.locator('#main h1').first().waitFor()
    await visit(page, '/account')
    await database.query(`UPDATE session SET proved_at = now() - interval '1 hour'`)
    await page.getByRole('button', { name: 'Add an app for codes' }).click()
    const again = page.getByRole('dialog', { name: 'Is it still you?' })
    await again.waitFor()
    expect(await again.getByRole('textbox').count()).toBe(0)
    await again.getByRole('button', { name: 'Sign in with The Region' }).click()
    await again.waitFor({ state: 'detached' })
    const app = page.getByRole('dialog', { name: 'Add an app for codes' })
    await app.getByRole('img', { name: 'Picture with the secret, for the app' }).waitFor()
    await database.query('UPDATE session SET revoked_at = now()')
    await app.getByLabel('The six digits that the app shows').fill('123456')
    await app.getByLabel('Name').fill('My telephone')
    await app.getByRole('button', { name: 'Add the app' }).click()
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.getByRole('button', { name: 'Sign in with The Region' }).click()
    await ended.waitFor({ state: 'detached' })
    expect(await app.getByLabel('Name').inputValue()).toBe('My telephone')
  } finally {
    await database.end()
  }
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Lena Lead/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}
