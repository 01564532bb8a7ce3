import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, PASSWORD } from '../support/product.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-crash-'))
let gateway: ChildProcess | undefined

/** Starts the gateway as a process of its own and answers a client when it says where it is. */
function start(): Promise<Client> {
  const started = spawn(process.execPath, ['apps/gateway/dist/main.js'], { env: { ...process.env, DATA_DIR: folder, PORT: '0', SAMPLE_PASSWORD: PASSWORD } })
  gateway = started
  return new Promise((resolve, reject) => {
    started.stdout.on('data', (text: Buffer) => {
      const url = /is at (http:\S+) /.exec(text.toString())?.[1]
      if (url) resolve(new Client(url))
    })
    started.once('exit', () => reject(new Error('The gateway ended.')))
  })
}

afterAll(async () => {
  const running = gateway
  if (running?.exitCode === null && running.signalCode === null) await new Promise((resolve) => running.once('exit', resolve).kill('SIGTERM'))
  rmSync(folder, { recursive: true, force: true })
})

const record = 'mutation ($input: [MeasurementInput!]!) { recordMeasurements(input: $input) { ids } }'

it('keeps every acknowledged measurement through kill -9, none twice', async () => {
  const client = await (await start()).as('partner-b')
  const { data } = await client.ask(
    `{ contributors(first: 1, filter: {indicator: {title: {eq: "Days from request to answer"}, pilot: {title: {eq: "Skills scan with employers"}}}}) { nodes { id } } }`,
  )
  const contributorId = data.contributors.nodes[0].id as string
  const acknowledged: string[] = []
  const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(2012, 0, 1 + index)).toISOString().slice(0, 10))
  const writesUntilNobodyAnswers = async (): Promise<void> => {
    for (;;) {
      const answer = await client.ask(record, { input: [{ contributorId, onDay: days.shift(), value: days.length }] }).catch(() => null)
      if (!answer?.data?.recordMeasurements) return
      acknowledged.push(answer.data.recordMeasurements.ids[0])
      if (acknowledged.length === 60) gateway?.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 16 }, writesUntilNobodyAnswers))
  expect(acknowledged.length).toBeGreaterThanOrEqual(60)
  const again = await (await start()).as('partner-b')
  const found = await again.ask(
    'query ($id: ID!) { measurements(first: 500, filter: {contributor: {id: {eq: $id}}, onDay: {lt: "2013-01-01"}}) { nodes { id onDay } } }',
    { id: contributorId },
  )
  const nodes = found.data.measurements.nodes as { id: string; onDay: string }[]
  expect(nodes.map((node) => node.id)).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(nodes.map((node) => node.onDay)).size).toBe(nodes.length)
})
