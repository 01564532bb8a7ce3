import type { Page, Response } from 'playwright-core'
import { connectEmbedded } from '../support/embedded-database.js'
import { noteAnswer } from '../support/notes.js'
import { codeBefore, codeOf } from '../support/one-time-code.js'
import { PASSWORD } from '../support/product.js'
import { openStage, type Stage } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

async function givePassword(page: Page, person = 'partner-a'): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${person}@example.org`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Only a browser has passkeys: what its page asks is noted as what a client asks. */
function noteAsked(page: Page): void {
  const noteReply = async (response: Response) => noteAnswer(response.request().postDataJSON().query, await response.json())
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) noteReply(response).catch(() => undefined)
  })
}

/** Shows the page as it is on a telephone too. */
async function isNarrowEnough(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('a second factor', () => {
  let secret: string
  let codes: string[]

  it('is set up under my account: the app reads a picture, a code proves it, recovery codes are shown once', async () => {
    const page = await stage.open('partner-a')
    await page.goto(`${stage.product.gateway.url}/#/account`)
    await page.getByRole('button', { name: 'Add an app for codes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add an app for codes' })
    await dialog.getByRole('img', { name: 'Picture with the secret, for the app' }).waitFor()
    await isNarrowEnough(page)
    secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
    await dialog.getByLabel('The six digits that the app shows').fill('000000')
    await dialog.getByLabel('Name').fill('My telephone')
    await dialog.getByRole('button', { name: 'Add the app' }).click()
    await dialog.getByText('This code is wrong, was used before, or is over.').waitFor()
    await dialog.getByLabel('The six digits that the app shows').fill(await codeBefore(secret))
    await dialog.getByRole('button', { name: 'Add the app' }).click()
    await dialog.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    codes = await dialog.getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
    await isNarrowEnough(page)
    await dialog.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('10 recovery codes are left.').waitFor()
    await page.context().close()
  })

  it('is asked for after the password, also when the page was loaded anew meanwhile', async () => {
    const page = await stage.open(null)
    await givePassword(page)
    await page.getByRole('heading', { name: 'The second step' }).waitFor()
    await page.reload()
    const field = page.getByLabel('One-time code')
    await field.waitFor()
    expect([await field.getAttribute('autocomplete'), await field.evaluate((input) => input === document.activeElement)]).toEqual(['one-time-code', true])
    await isNarrowEnough(page)
    await field.fill('123456')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This code is wrong, was used before, or is over.').waitFor()
    await field.fill(codeOf(secret, 0))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The second step' }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('that is lost is stood in for by a recovery code', async () => {
    const page = await stage.open(null)
    await givePassword(page)
    await page.getByLabel('One-time code').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'The second step' }).waitFor({ state: 'detached' })
    await page.goto(`${stage.product.gateway.url}/#/account`)
    await page.getByText('9 recovery codes are left.').waitFor()
    await page.context().close()
  })
})

it('a door asks again who is there, and what was asked is then done', async () => {
  const page = await stage.open('lead')
  const database = await connectEmbedded(stage.product.folder)
  await database.query(`UPDATE session SET proved_at = now() - interval '1 hour'`)
  await database.end()
  await page.goto(`${stage.product.gateway.url}/#/account`)
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('dialog', { name: 'Make a token' }).getByLabel('Name').fill('Report')
  await page.getByRole('dialog', { name: 'Make a token' }).getByRole('button', { name: 'Make a token' }).click()
  const again = page.getByRole('dialog', { name: 'Is it still you?' })
  await again.getByLabel('Password, or a one-time code').fill(PASSWORD)
  await isNarrowEnough(page)
  await again.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Copy the token now; it cannot be shown again:').waitFor()
})

it('a list is written into a file once its person has proved who they are', async () => {
  const page = await stage.open('lead')
  const database = await connectEmbedded(stage.product.folder)
  await database.query(`UPDATE session SET proved_at = now() - interval '1 hour'`)
  await database.end()
  await page.goto(`${stage.product.gateway.url}/#/indicators`)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV with commas' }).click()
  const again = page.getByRole('dialog', { name: 'Is it still you?' })
  await again.getByLabel('Password, or a one-time code').fill(PASSWORD)
  const file = page.waitForEvent('download')
  await again.getByRole('button', { name: 'Go on' }).click()
  expect((await file).suggestedFilename()).toBe('indicators.csv')
})

it('a passkey ends signing in, or signs in alone, where the page is opened by a name', async () => {
  const site = stage.product.gateway.url.replace('127.0.0.1', 'localhost')
  const byNumbers = await stage.open('partner-b')
  await byNumbers.goto(`${stage.product.gateway.url}/#/account`)
  await byNumbers.getByText('A passkey belongs to a name').waitFor()
  expect(await byNumbers.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
  await byNumbers.context().close()
  const page = await (await stage.browser.newContext({ locale: 'en-GB' })).newPage()
  page.setDefaultTimeout(20_000)
  noteAsked(page)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', { options })
  await page.goto(site)
  await givePassword(page, 'partner-b')
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor({ state: 'detached' })
  await page.goto(`${site}/#/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: /^Remove: / }).waitFor()
  await page.context().clearCookies()
  await page.goto(`${site}/#/login`)
  await page.reload()
  await givePassword(page, 'partner-b')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('heading', { name: 'The second step' }).waitFor({ state: 'detached' })
  await page.goto(`${site}/#/account`)
  await page.getByText(/last used/).waitFor()
  await page.context().clearCookies()
  await page.goto(`${site}/#/login`)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor({ state: 'detached' })
  await page.goto(`${site}/#/account`)
  await page.getByText(/last used/).waitFor()
  await page.context().clearCookies()
  await page.goto(`${site}/#/login`)
  await page.reload()
  await devices.send('WebAuthn.clearCredentials', { authenticatorId })
  await givePassword(page, 'partner-b')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('The passkey was not used').waitFor()
})
