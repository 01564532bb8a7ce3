import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { allRecords, type RunSql } from '@clusterpolisee/schema'
import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, getNamedType } from 'graphql'
import type { Database } from '../database/database.js'
import { badInput, refusal } from '../kernel/errors.js'
import { type Context, personOf } from '../request/context.js'

/** By this header a client names what it sends: sent again by the same name, it is done once, and answered as the first time. */
const HEADER = 'idempotency-key'
const LONGEST = 200

/** How often, and after how many milliseconds, an answer is looked for that another request is about to keep. */
const MOST_TRIES = 30
const PAUSE = 100

/** Answers beside identities that hold no secret, so that they may be kept for whoever asks again. */
const keptWhole = new Set(['Deleted', 'RecordedMeasurements', 'ImportedEntries', 'Boolean', 'DeletedDemonstration', 'AddedRegions'])

/** Lets every verb and every plain write be done once where the client gives it a key. */
export function doOnce(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    if (resolve) field.resolve = once(resolve as Resolve) as GraphQLFieldResolver<unknown, unknown>
  }
}

type Resolve = GraphQLFieldResolver<unknown, Context, Readonly<Record<string, unknown>>>

const once =
  (resolve: Resolve): Resolve =>
  async (source, args, context, info) => {
    const deed = deedOf(context, args, info)
    if (!deed) return resolve(source, args, context, info)
    const { database } = context
    const claim = new Claim(database, deed)
    // Verbs of one document are done one after the other.
    context.database = claim.claiming()
    try {
      const answer = await resolve(source, args, context, info)
      await claim.keep(keptOf(answer, info))
      return answer
    } catch (error) {
      if (error instanceof Repeated) return claim.former(isKept(info))
      throw error
    } finally {
      context.database = database
    }
  }

/** One deed of a client: what names it, and what it does. */
interface Deed {
  readonly id: string
  readonly input: string
}

function deedOf(context: Context, args: unknown, info: GraphQLResolveInfo): Deed | null {
  const key = context.request.headers[HEADER]
  const person = personOf(context.viewer)
  if (typeof key !== 'string' || key === '' || person === null) return null
  if (key.length > LONGEST) throw badInput([{ path: [], code: 'TOO_LONG', params: { max: LONGEST }, message: `The key is longer than ${LONGEST} characters.` }])
  return { id: hashOf([person, key, info.path.key]), input: hashOf([info.fieldName, args]) }
}

const hashOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex')

/** Ends the transaction of a deed that was done before. */
class Repeated extends Error {}

/** A deed's name, taken in the transaction that does it: who sends it again meanwhile waits for that. */
class Claim {
  private isTaken = false

  constructor(
    private readonly database: Database,
    private readonly deed: Deed,
  ) {}

  /** The database, whose first write takes the name. */
  claiming(): Database {
    const write: Database['write'] = async (author, work) => {
      const answer = await this.database.write(author, async (run) => {
        if (!this.isTaken) await this.take(run)
        return work(run)
      })
      this.isTaken = true
      return answer
    }
    return Object.create(this.database, { write: { value: write } }) as Database
  }

  private async take(run: RunSql): Promise<void> {
    const taken = await run('INSERT INTO done_deed (id, input_hash, done_at) VALUES ($1, $2, moment_of_write()) ON CONFLICT (id) DO NOTHING RETURNING 1', [
      this.deed.id,
      this.deed.input,
    ])
    if (taken.length === 0) throw new Repeated()
  }

  /** Keeps what the deed answered, for whoever asks again. */
  async keep(answer: unknown): Promise<void> {
    if (!this.isTaken || answer === undefined) return
    await this.database.write(null, (run) => run('UPDATE done_deed SET answer = $2 WHERE id = $1', [this.deed.id, JSON.stringify({ answer })]))
  }

  /** What was answered the first time; where it is kept, it is there a moment after the deed. */
  async former(isKept: boolean): Promise<unknown> {
    for (let tries = isKept ? MOST_TRIES : 1; tries > 1; tries -= 1) {
      if ((await this.read())?.answer) break
      await wait(PAUSE)
    }
    const found = await this.read()
    if (found?.input_hash !== this.deed.input) {
      throw badInput([{ path: [], code: 'KEY_USED', message: 'Something else was sent by this key before. Give each deed a key of its own.' }])
    }
    const kept = found.answer as { readonly answer: unknown } | null
    if (!kept) throw refusal('ALREADY_DONE', 'This was done already. Load the page again to see it.')
    return kept.answer
  }

  private async read(): Promise<Record<string, unknown> | undefined> {
    const [found] = await this.database.run('SELECT input_hash, answer FROM done_deed WHERE id = $1', [this.deed.id])
    return found
  }
}

const isRecord = (name: string): boolean => allRecords().some((record) => record.name === name)

/** Whether the answer of a verb is kept. */
function isKept({ returnType }: GraphQLResolveInfo): boolean {
  const { name } = getNamedType(returnType)
  return keptWhole.has(name) || isRecord(name)
}

/** What may be kept of an answer: the identity of a record, or the whole where nothing in it is secret. */
function keptOf(answer: unknown, { returnType }: GraphQLResolveInfo): unknown {
  const { name } = getNamedType(returnType)
  if (keptWhole.has(name)) return answer
  return isRecord(name) && typeof answer === 'object' && answer !== null && 'id' in answer ? { id: answer.id } : undefined
}
