import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeze, makeBenchmark, settled } from '../support/benchmarks.js'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { startMailServer } from '../support/mail-server.js'
import { PASSWORD } from '../support/product.js'
import { type SentSpan, startTraceReceiver, type TraceReceiver } from '../support/trace-receiver.js'
import { until } from '../support/until.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-traces-'))
/** Prints at the end which modules of OpenTelemetry's SDK were loaded. */
const TELL_LOADED = `--import=data:text/javascript,${encodeURIComponent(`import module from 'node:module'
process.on('exit', () => console.log('loaded: ' + Object.keys(module._cache).filter((file) => /@opentelemetry.(sdk|exporter)/.test(file)).length))`)}`

beforeAll(() => copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD }))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('sent to a receiver', () => {
  let receiver: TraceReceiver
  let gateway: GatewayProcess
  let said = ''
  let request = ''

  const READ = 'query Known($name: String!) { partners(filter: {name: {contains: $name}}) { nodes { id } } }'

  beforeAll(async () => {
    receiver = await startTraceReceiver()
    const mail = await startMailServer()
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, SMTP_URL: mail.url, PUBLIC_URL: 'http://localhost:4000', SLOW_READ: '1' }
    gateway = await startGatewayProcess(folder, settings)
    gateway.child.stdout?.on('data', (text: Buffer) => {
      said += text
    })
    const lead = await gateway.client.as('lead')
    await lead.ask(READ, { name: 'Nobodysname' })
    await lead.ask(READ, { name: 'Othersname' })
    const { nodes } = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')).data.projects
    await lead.ask('mutation Write($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {title: "Secretwords"}) { id } }', nodes[0])
    const benchmark = await makeBenchmark(lead, { units: 3, indicators: 2, runs: 200 })
    await settled(lead, (await freeze(lead, benchmark)).data.createBenchmarkEdition.id)
    await gateway.client.ask('mutation Ask($email: String!) { requestPasswordReset(email: $email) { mailed } }', { email: 'partner-a@example.org' })
    await until('the mail is sent', () => mail.mails)
    const calendar = await fetch(`${gateway.client.url}/events/${nodes[0].id}/calendar.ics`, {
      headers: { ...lead.cookie(), traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    })
    request = String(calendar.headers.get('x-request-id'))
    await stopGatewayProcess(gateway)
    mail.stop()
  })

  afterAll(async () => {
    await stopGatewayProcess(gateway)
    await receiver.stop()
  })

  const spansOf = (name: string, facts: SentSpan['facts'] = {}) =>
    receiver.spans.filter((span) => span.name === name && Object.entries(facts).every(([key, value]) => span.facts[key] === value))
  const requests = () => spansOf('POST /graphql').map(({ facts }) => facts['clusterpolisee.request'])
  const parentOf = ({ parentSpanId }: SentSpan) => receiver.spans.find(({ spanId }) => spanId === parentSpanId)
  const childrenOf = ({ spanId }: SentSpan) => receiver.spans.filter(({ parentSpanId }) => parentSpanId === spanId)

  it('each read is a request, its operation and its statement', () => {
    const reads = spansOf('query', { 'graphql.operation.name': 'Known' })
    expect(reads).toHaveLength(2)
    for (const read of reads) {
      expect(read.facts).toMatchObject({ 'clusterpolisee.operation': 'read', 'clusterpolisee.outcome': 'OK', 'graphql.operation.type': 'query' })
      expect(parentOf(read)).toMatchObject({ name: 'POST /graphql', facts: { 'http.response.status_code': 200, 'http.route': '/graphql' } })
      expect(childrenOf(read).filter(({ name }) => name === 'SELECT')).toMatchObject([{ facts: { 'clusterpolisee.statement': expect.any(String) } }])
    }
  })

  it('a write is a transaction with its statements', () => {
    const [write] = spansOf('mutation', { 'graphql.operation.name': 'Write', 'clusterpolisee.operation': 'write' })
    const [transaction] = write ? childrenOf(write).filter(({ name }) => name === 'transaction') : []
    expect(transaction && childrenOf(transaction).find(({ name }) => name === 'UPDATE')?.facts).toMatchObject({ 'db.response.returned_rows': 1 })
  })

  it('a job has its thread, a mail its sending', () => {
    const [job] = spansOf('job', { 'clusterpolisee.job': 'BENCHMARK_EDITION' })
    expect(requests()).toContain(job?.facts['clusterpolisee.request'])
    expect(job && childrenOf(job).map(({ name }) => name)).toEqual(expect.arrayContaining(['thread', 'transaction']))
    const [mail] = spansOf('send mail')
    expect(mail && parentOf(mail)?.name).toBe('mail')
  })

  it('an address is told by its template, and a stranger chooses no trace', () => {
    const [calendar] = spansOf('GET /events/:project/calendar.ics')
    expect(calendar?.facts).toMatchObject({ 'clusterpolisee.request': request })
    expect(calendar).not.toMatchObject({ traceId: 'a'.repeat(32) })
  })

  it('no value of anybody is told', () => {
    expect(receiver.text()).not.toMatch(/nobodysname|othersname|secretwords|example\.org|demonstration-1|Initiative 00/i)
  })

  it('the figures of GET /metrics are sent too', () => {
    expect(receiver.figures).toEqual(
      expect.arrayContaining(['clusterpolisee_operation_seconds', 'clusterpolisee_pool_connections', 'process_resident_memory_bytes']),
    )
  })

  it('a line of the log names its trace', () => {
    const slow = said.split('\n').filter((line) => line.includes('a slow read'))
    expect(receiver.spans.map(({ traceId }) => traceId)).toContain(JSON.parse(slow[0] ?? '{}').trace_id)
  })
})

it('without a receiver nothing of it is loaded', async () => {
  const gateway = await startGatewayProcess(folder, { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${TELL_LOADED}` })
  let said = ''
  gateway.child.stdout?.on('data', (text: Buffer) => {
    said += text
  })
  await gateway.client.ask('{ projects { totalCount } }')
  await stopGatewayProcess(gateway)
  expect(said).toContain('loaded: 0')
})

it('a receiver that is not there keeps nobody, at the end neither', async () => {
  const gateway = await startGatewayProcess(folder, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  expect((await gateway.client.ask('{ projects { totalCount } }')).errors).toBeUndefined()
  const began = performance.now()
  await stopGatewayProcess(gateway)
  expect([gateway.child.exitCode, performance.now() - began < 15_000]).toEqual([0, true])
})
