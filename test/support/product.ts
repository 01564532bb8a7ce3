import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Gateway, readConfig, startGateway } from '@clusterpolisee/gateway'
import type { Logger } from 'pino'
import { copyFreshData } from './fresh-data.js'
import { noteAnswer } from './notes.js'

export const PASSWORD = 'demonstration-1'
/** Signs in with e-mail and password. */
export const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }'

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
  readonly data: any
  readonly errors?: readonly { message: string; extensions: { code: string; faults?: { path: (string | number)[]; code: string }[]; [key: string]: unknown } }[]
}

/** A client that can become a person: `as('lead')` signs in and keeps the cookie. */
export class Client {
  private headers: Record<string, string> = { 'content-type': 'application/json' }

  constructor(readonly url: string) {}

  /** Asks; a deed with a `key` is done once, however often it is asked. */
  async ask(query: string, variables: Record<string, unknown> = {}, key?: string): Promise<Answer> {
    const headers = { ...this.headers, ...(key ? { 'idempotency-key': key } : {}) }
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const cookie = response.headers.get('set-cookie')
    if (cookie) this.headers = { ...this.headers, cookie: cookie.split(';')[0] ?? '' }
    const answer = (await response.json()) as Answer
    noteAnswer(query, answer)
    return answer
  }

  /** Sends a file, as a browser does. */
  send(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.url}${path}`, { method: 'POST', headers: { ...this.headers, 'content-type': 'application/octet-stream' }, body })
  }

  /** What `GET /changes` tells until `stop` is called: the text as it came. */
  async events(): Promise<{ readonly status: number; text(): string; readonly ended: Promise<void>; stop(): void }> {
    const stopping = new AbortController()
    const response = await fetch(`${this.url}/changes`, { headers: this.headers, signal: stopping.signal })
    let text = ''
    const listen = async () => {
      const decoder = new TextDecoder()
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk, { stream: true })
    }
    const ended = listen().catch(() => undefined)
    return { status: response.status, text: () => text, ended, stop: () => stopping.abort() }
  }

  /** The session, as a header. */
  cookie(): Record<string, string> {
    return this.headers.cookie ? { cookie: this.headers.cookie } : {}
  }

  /** Carries an API token instead of a session. */
  withToken(token: string): Client {
    const client = new Client(this.url)
    client.headers = { ...client.headers, authorization: `Bearer ${token}` }
    return client
  }

  /** Carries a session that was made some other way. */
  withSession(secret: string): Client {
    const client = new Client(this.url)
    client.headers = { ...client.headers, cookie: `clusterpolisee_session=${secret}` }
    return client
  }

  async as(person: string): Promise<Client> {
    const client = new Client(this.url)
    const { data, errors } = await client.ask(SIGN_IN, {
      email: `${person}@example.org`,
      password: PASSWORD,
    })
    if (errors) throw new Error(errors[0]?.message)
    if (!data.signIn) throw new Error(`${person} is asked for a second step.`)
    return client
  }
}

export interface Product {
  readonly client: Client
  readonly gateway: Gateway
  readonly folder: string
  stop(): Promise<void>
}

/** The whole product with its samples, in a folder and on a port of its own; `settings` beside what every test needs. */
export async function startProduct(settings: NodeJS.ProcessEnv = {}, logger?: Logger): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-test-'))
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  return startIn(folder, settings, logger)
}

/** The product without a sample and without a person, as it is installed. */
export const startEmpty = (settings: NodeJS.ProcessEnv = {}): Promise<Product> =>
  startIn(mkdtempSync(join(tmpdir(), 'clusterpolisee-empty-')), { SAMPLE_DATA: 'none', ...settings })

async function startIn(folder: string, settings: NodeJS.ProcessEnv, logger?: Logger): Promise<Product> {
  const gateway = await startGateway(readConfig({ DATA_DIR: folder, PORT: '0', SLOW_READ: '60000', ...settings }), logger)
  return {
    gateway,
    folder,
    client: new Client(gateway.url),
    async stop() {
      await gateway.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
