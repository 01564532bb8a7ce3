import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataDirectory, startEmbeddedServer } from '@clusterpolisee/gateway'
import { Client, PASSWORD } from '../support/product.js'

let folder: string
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-start-'))
})

afterEach(async () => {
  await Promise.all(started.splice(0).map(stop))
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly code: number | null
  /** Up to now. */
  readonly said: string
  /** Where it listens; null when it ended instead. */
  readonly url: string | null
  readonly child: ChildProcess
}

/** Starts the gateway as people do, until it says where it is or ends. */
function start(settings: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['apps/gateway/dist/main.js'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SAMPLE_PASSWORD: PASSWORD, ...settings },
  })
  started.push(child)
  let said = ''
  return new Promise((resolve) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      const url = /is at (http:\S+) /.exec(said)?.[1]
      if (!url) return
      resolve({
        code: null,
        get said() {
          return said
        },
        url,
        child,
      })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => resolve({ code, said, url: null, child }))
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

describe('a start that cannot work says why in one sentence, and ends with a code', () => {
  const refused = async (settings: Record<string, string>) => {
    const { code, said } = await start(settings)
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toHaveLength(1)
    return said
  }

  it('when a setting is wrong', async () => {
    expect(await refused({ PORT: 'eighty' })).toContain('The setting PORT is wrong')
    expect(await refused({ PUBLIC_URL: 'somewhere' })).toContain('The setting PUBLIC_URL is wrong')
    expect(await refused({ DATABASE_URL: 'mysql://127.0.0.1:1/x' })).toContain('The setting DATABASE_URL is wrong')
  })

  it.each<Record<string, string>>([{ SMTP_URL: 'smtp://127.0.0.1:1' }, { HOST: '0.0.0.0' }, { HOST: '::' }, { TRUST_PROXY: 'true' }])(
    'when links would lead nowhere that people know: %p',
    async (settings) => {
      expect(await refused(settings)).toMatch(/^The setting PUBLIC_URL is missing: .+ Set it to the address that people open, .+ and start again\.$/m)
    },
  )

  it('when the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    expect(await refused({ PORT: port })).toBe(`Port ${port} is in use. Stop the program that listens there, or choose another with PORT.\n`)
    taken.close()
  })

  it('when the database is down', async () => {
    const said = await refused({ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/x' })
    expect(said).toContain('PostgreSQL at 127.0.0.1:1 does not answer.')
    expect(said).not.toContain('secret')
  })

  it('when another process holds the folder, or it cannot be written', async () => {
    writeFileSync(join(folder, 'gateway.pid'), String(process.pid))
    expect(await refused({})).toContain(`is in use by process ${process.pid}`)
    writeFileSync(join(folder, 'file'), '')
    expect(await refused({ DATA_DIR: join(folder, 'file', 'below') })).toContain('cannot be written')
  })
})

describe('a gateway on a PostgreSQL server of its own', () => {
  it('runs by DATABASE_URL, loads no sample unless asked, and two of them see the same, one of which has a role for its requests', async () => {
    const directory = new DataDirectory(folder)
    directory.hold()
    const server = await startEmbeddedServer(directory)
    const settings = { DATABASE_URL: server.url, SAMPLE_DATA: 'clusterpolisee' }
    const parted = { ...settings, DATABASE_OWNER_URL: server.url, DATABASE_URL: server.url.replace(/\/\/.*@/, '//someone:some-secret@') }
    const [first, second] = [await start(settings), await start(parted)]
    expect(first.said).toContain('set DATABASE_OWNER_URL to part them')
    expect(second.said).not.toContain('DATABASE_OWNER_URL')
    const [one, two] = [await new Client(first.url ?? '').as('lead'), new Client(second.url ?? '')]
    expect((await one.ask('{ projects { totalCount } }')).data.projects.totalCount).toBe(2)
    expect((await (await two.as('lead')).ask('{ projects { totalCount } }')).data.projects.totalCount).toBe(2)
    await stop(first.child)
    await stop(second.child)
    await server.stop()
  })
})

it('keeps its data over a second start, and SIGTERM ends it with everything it started', async () => {
  const first = await start({})
  const lead = await new Client(first.url ?? '').as('lead')
  const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')
  const [project] = data.projects.nodes
  await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {call: "Second call"}) { id } }', project)
  await stop(first.child)
  expect(first.child.exitCode).toBe(0)
  expect(first.said).not.toContain('"level"')
  const second = await start({ LOG_LEVEL: 'info' })
  expect(second.said).not.toContain('Sign in with one of these')
  const again = await new Client(second.url ?? '').as('lead')
  expect((await again.ask('query ($id: ID!) { project(id: $id) { call } }', { id: project.id })).data.project.call).toBe('Second call')
  expect(second.said).toContain('"the gateway has started"')
})
