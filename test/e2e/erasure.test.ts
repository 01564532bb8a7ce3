import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

it('a person asks to be erased, and the administrator reads what goes and what stays, types the e-mail, and does it', async () => {
  const own = await stage.open('observer')
  await visit(own, '/account')
  await own.getByRole('button', { name: 'Ask for it' }).click()
  await own.getByText(/^You asked for it on /).waitFor()

  const page = await stage.open('admin')
  await visit(page, '/administration')
  await page.getByRole('listitem').filter({ hasText: 'asked for it on' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Erase the person…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase the person' })
  await dialog.getByText('This cannot be undone.').waitFor()
  await dialog.getByText('No record names the person in a text.').waitFor()
  const sure = dialog.getByRole('textbox', { name: /To confirm/ })
  await sure.fill('somebody@example.org')
  await dialog.getByRole('button', { name: 'Erase the person' }).click()
  await dialog.getByText('This is not the e-mail of the person.').waitFor()
  await sure.fill('observer@example.org')
  await dialog.getByRole('button', { name: 'Erase the person' }).click()
  await page.getByRole('heading', { name: 'Person who was erased' }).waitFor()
  await visit(page, '/administration')
  await page.getByText('Nobody asked for it, and no account has been closed for three years.').waitFor()
})
