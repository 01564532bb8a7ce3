import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { connectEmbedded } from '../embedded-database.js'
import { type Client, type Product, startProduct } from '../product.js'
import { type Deed, noteDeeds, type Row, takeDeeds } from './deeds.js'
import { documentOf } from './documents.js'
import { addPeople, CLERK, DEMONSTRATION, type Person, signInAll, userId } from './people.js'
import { sampleRow } from './sample-row.js'

/** Tables from which the gateway makes viewers. */
const givesRights = ['app_user', 'session', 'api_token', 'membership', 'leadership', 'evaluator', 'project']

/** A product in which everybody is signed in, whose rows can be put there and whose every change is noted. */
export class World {
  private rightsChanged = false
  private clerkVersion = 1
  private readonly columns = new Map<string, readonly string[]>()

  private constructor(
    readonly product: Product,
    readonly db: pg.Client,
    readonly clients: Readonly<Record<Person, Client>>,
    private readonly clerk: Client,
  ) {}

  static async make(): Promise<World> {
    const product = await startProduct()
    const db = await connectEmbedded(product.folder)
    await addPeople(db)
    const world = new World(product, db, await signInAll(product.client), await product.client.as('clerk'))
    await noteDeeds(db)
    return world
  }

  async stop(): Promise<void> {
    await this.db.end()
    await this.product.stop()
  }

  /** Puts a row into a table, past the product; what is not said has a value that is in order. Answers its id. */
  async put(table: string, values: Row = {}): Promise<string> {
    const columns = await this.columnsOf(table)
    const given: Row = { version: 1, created_at: 'now', updated_at: 'now', project_id: DEMONSTRATION, ...(await sampleRow(this, table, values)), ...values }
    const names = columns.filter((name) => given[name] !== undefined)
    const places = names.map((_, index) => `$${index + 1}`)
    const { rows } = await this.db.query(
      `INSERT INTO ${table} (${['id', ...names].join(', ')}) VALUES (${['gen_random_uuid()', ...places].join(', ')}) RETURNING id`,
      names.map((name) => (isJson(given[name]) ? JSON.stringify(given[name]) : given[name])),
    )
    if (givesRights.includes(table)) this.rightsChanged = true
    return rows[0].id
  }

  /** Changes rows past the product. */
  async set(table: string, id: string, values: Row): Promise<void> {
    const names = Object.keys(values)
    await this.db.query(`UPDATE ${table} SET ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} WHERE id = $1`, [id, ...Object.values(values)])
    if (givesRights.includes(table)) this.rightsChanged = true
  }

  private async columnsOf(table: string): Promise<readonly string[]> {
    const known = this.columns.get(table)
    if (known) return known
    const { rows } = await this.db.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public' AND column_name <> 'id'`,
      [table],
    )
    const names = rows.map(({ column_name }) => column_name as string)
    this.columns.set(table, names)
    return names
  }

  /** A person by a session of its own, which may end; a token and a stranger have none. */
  async freshClient(person: Person): Promise<{ client: Client; sessionId: string }> {
    if (person === 'token' || person === 'stranger') return { client: this.clients[person], sessionId: '' }
    const secret = randomUUID()
    const seeing_as_id = person === 'seeingAs' ? userId('ownPartner') : null
    const token_hash = createHash('sha256').update(secret).digest('hex')
    const sessionId = await this.put('session', { user_id: userId(person), seeing_as_id, token_hash })
    return { client: this.product.client.withSession(secret), sessionId }
  }

  /**
   * Forgets what was put there, so that only what is asked for is noted from now on. Rights that were put there are felt at
   * once when a write of the gateway's own changes some: the clerk saves their account.
   */
  async ready(): Promise<void> {
    if (this.rightsChanged) {
      await this.clerk.ask(documentOf('updateUser'), { id: CLERK, version: this.clerkVersion, input: {} })
      this.clerkVersion += 1
      this.rightsChanged = false
    }
    await this.deeds()
  }

  /** What was written since it was last asked. */
  deeds(): Promise<Deed[]> {
    return takeDeeds(this.db)
  }
}

const isJson = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
