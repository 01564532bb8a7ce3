import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyOfTheHouse } from '../support/copy-of-the-house.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { carryOut, field, filesNamed, type Recipe, record, room, verb } from '../support/recipes.js'
import { DEMONSTRATION, PARTNER } from '../support/verbs/people.js'

const house = copyOfTheHouse()
const data = mkdtempSync(join(tmpdir(), 'clusterpolisee-recipes-'))
let gateway: GatewayProcess | undefined

afterAll(async () => {
  if (gateway) await stopGatewayProcess(gateway)
  for (const made of [house, data]) rmSync(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

/** Runs a command in the copy; fails with what it said, or, where it should be refused, without the sentence. */
async function run(command: string, refusal?: string): Promise<void> {
  const child = spawn(command, { cwd: house, shell: true, env: { ...process.env, NODE_NO_WARNINGS: '1', NO_COLOR: '1', FORCE_COLOR: '0' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (refusal === undefined ? code !== 0 : code === 0 || !said.includes(refusal)) throw new Error(`${command} ended with ${code}. ${said}`)
}

/** Does something to a file of the copy while something else is tried. */
async function without(file: string, text: string, attempt: () => Promise<void>): Promise<void> {
  const path = join(house, file)
  const whole = readFileSync(path, 'utf8')
  expect(whole).toContain(text)
  writeFileSync(path, whole.replace(text, ''))
  await attempt().finally(() => writeFileSync(path, whole))
}

it('take as few files as they name', () => {
  const recipes: readonly (readonly [Recipe, number])[] = [
    [field, 2],
    [record, 4],
    [verb, 3],
    [room, 13],
  ]
  for (const [recipe, files] of recipes) {
    expect(carryOut(house, recipe)).toEqual(filesNamed(recipe))
    expect(filesNamed(recipe)).toHaveLength(files)
  }
})

it('miss a word that is forgotten in Italian', async () => {
  const forget = () => run('npm run contract', 'labels/it.json lacks resources.partners.fields.motto')
  await without('packages/schema/src/partnership/labels/it.json', ',\n        "motto": "Motto"', forget)
})

it('bring what the checks accept', async () => {
  await run('npm run db:migration -- recipes')
  await run('npm run contract && npm run format')
  const words = 'node --experimental-vm-modules node_modules/jest/bin/jest.js dashboard/src/rooms dashboard/src/words'
  const built = run('npm run build').then(() => Promise.all([run('npm run check -- lint contract:current documents:current'), run(words)]))
  await Promise.all([built, run('npx tsc -b apps/gateway apps/dashboard')])
})

it('are there when the gateway starts on an empty database', async () => {
  gateway = await startGatewayProcess(data, {}, house)
  const lead = await gateway.client.as('lead')
  const ask = async (document: string, given: Record<string, unknown>) => {
    const { data: answer, errors } = await lead.ask(document, given)
    return errors ? errors.map(({ extensions }) => extensions.faults?.[0]?.code ?? extensions.code) : answer
  }

  const { partner } = await ask('query ($id: ID!) { partner(id: $id) { id version } }', { id: PARTNER })
  const said = ask('mutation ($id: ID!, $version: Int!) { updatePartner(id: $id, version: $version, input: {motto: "Onward"}) { motto } }', partner)
  expect(await said).toEqual({ updatePartner: { motto: 'Onward' } })

  const award = { projectId: DEMONSTRATION, partnerId: PARTNER, title: 'Best use of a river' }
  const won = await ask('mutation ($award: CreateAwardInput!) { createAward(input: $award) { id version } }', { award })
  await ask('mutation ($id: ID!, $version: Int!) { confirmAward(id: $id, version: $version, on: "2014-05-09") { id } }', won.createAward)
  const awards = ask('{ awards(first: 9) { nodes { title confirmedOn partner { motto awards { totalCount } } } } }', {})
  expect(await awards).toEqual({
    awards: { nodes: [{ title: award.title, confirmedOn: '2014-05-09', partner: { motto: 'Onward', awards: { totalCount: 1 } } }] },
  })

  const term = { projectId: DEMONSTRATION, title: 'Cluster' }
  const { createTerm } = await ask('mutation ($term: CreateTermInput!) { createTerm(input: $term) { id version can { agree { allowed reason } } } }', { term })
  expect(createTerm.can.agree).toEqual({ allowed: false, reason: 'NO_MEANING' })
  expect(await ask('mutation ($id: ID!, $version: Int!) { agreeTerm(id: $id, version: $version) { agreedOn } }', createTerm)).toEqual(['NO_MEANING'])
})
