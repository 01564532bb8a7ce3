import { METHODS_VERSION } from '@clusterpolisee/methods'
import { Benchmark, BenchmarkEdition, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { addJob, cancelJobsOf } from '../jobs/job-row.js'
import { badInput, rateLimited, unauthenticated } from '../kernel/errors.js'
import { runInThread } from '../kernel/run-in-thread.js'
import { readableRow } from '../read/readable-scope.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { requestIdOf } from '../request/request-id.js'
import { checkGiven } from '../write/check-given.js'
import { type Consequence, makeMove } from '../write/make-move.js'
import { lockRow, NOW, writer } from '../write/write-record.js'
import type { FrozenEdition } from './edition-input.js'
import { EDITION_THREAD } from './edition-job.js'
import { freezeEdition } from './freeze-edition.js'
import { readFrozenEdition, type StoredResult } from './store-result.js'

const editions = recordMeta(BenchmarkEdition)

@ObjectType({ description: 'What came of computing an edition anew from what it froze.', simpleResolvers: true })
class RecomputedEdition {
  @Field(() => ID, { description: 'The edition.' }) id!: string
  @Field(() => Boolean, { description: 'True: the same bytes as those stored.' }) same!: boolean
  @Field(() => String, { description: 'SHA-256 of the bytes computed now.' }) hash!: string
  @Field(() => String, { description: 'SHA-256 of the bytes stored.' }) storedHash!: string
  @Field(() => String, { description: 'Version of the methods now.' }) methodVersion!: string
  @Field(() => String, { description: 'Version of the methods then.' }) storedMethodVersion!: string
}

/** Editions: frozen, computed by a job, recomputed, cancelled, published, withdrawn. */
@Resolver()
export class BenchmarkResolver {
  private recomputing = false

  @Mutation(() => BenchmarkEdition, {
    nullable: true,
    description: 'Freezes a benchmark as its next edition and queues its computation; `jobs` tells how far it is. Faults of the data name indicator or entry.',
  })
  async createBenchmarkEdition(
    @Arg('benchmarkId', () => ID, { description: 'The benchmark.' }) benchmarkId: string,
    @Arg('title', () => String, { nullable: true, description: 'Title; default: year and number, as 2014-1.' }) title: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const { values } = await lockRow(run, viewer, recordMeta(Benchmark), benchmarkId)
      const given = checkGiven(editions, { title }, { spare: ['title'] })
      if (values.archivedAt) throw badInput([{ path: ['benchmarkId'], code: 'ARCHIVED', message: 'This record is archived. Restore it first.' }])
      const id = await freezeEdition(run, { benchmarkId, title: given.title ?? null, frozenById: viewer.userId })
      await addJob(run, {
        projectId: values.project,
        askedById: viewer.userId,
        kind: 'BENCHMARK_EDITION',
        recordId: id,
        request: requestIdOf(context.response),
      })
      return { id }
    })
  }

  @Mutation(() => RecomputedEdition, {
    description: 'Computes an edition anew from what it froze and says whether the bytes are the same. Writes nothing; one at a time.',
  })
  @Costs({ cost: 1000 })
  async recomputeBenchmarkEdition(@Arg('id', () => ID, { description: 'The edition.' }) id: string, @Ctx() context: Context): Promise<RecomputedEdition> {
    if (context.viewer.userId === null) throw unauthenticated()
    const stored = await readableEdition(context, id)
    const input = await readFrozenEdition(context.database.run, id)
    if (!stored.result_hash || !input) throw badInput([{ path: ['id'], code: 'NO_RESULT', message: 'This edition has no result yet.' }])
    if (this.recomputing) throw rateLimited(5)
    this.recomputing = true
    try {
      const data: FrozenEdition = { ...input, methodVersion: String(stored.method_version) }
      const { hash } = await runInThread<StoredResult>({ file: EDITION_THREAD, data })
      const storedHash = String(stored.result_hash)
      return { id, same: hash === storedHash, hash, storedHash, methodVersion: METHODS_VERSION, storedMethodVersion: String(stored.method_version) }
    } finally {
      this.recomputing = false
    }
  }

  @Mutation(() => BenchmarkEdition, { nullable: true, description: 'Stops the computation of an edition. It stays, as cancelled.' })
  async cancelBenchmarkEdition(@Arg('id', () => ID, { description: 'The edition.' }) id: string, @Ctx() context: Context): Promise<{ id: string }> {
    return move(context, id, null, 'CANCEL')
  }

  @Mutation(() => BenchmarkEdition, {
    nullable: true,
    description: 'Publishes an edition: anyone may read it with its data, at /benchmarks/<id>.json and .csv.',
  })
  async publishBenchmarkEdition(
    @Arg('id', () => ID, { description: 'The edition.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return move(context, id, version, 'PUBLISH')
  }

  @Mutation(() => BenchmarkEdition, { nullable: true, description: 'Takes a published edition back: only members read it from now on.' })
  async withdrawBenchmarkEdition(
    @Arg('id', () => ID, { description: 'The edition.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    return move(context, id, version, 'WITHDRAW')
  }
}

/** Moves an edition as its machine says. No version: the move is asked for while a computation raises it. */
async function move(context: Context, id: string, version: number | null, key: string): Promise<{ id: string }> {
  const viewer = writer(context)
  return context.database.write(viewer, (run) => makeMove(run, viewer, editions, { id, version, key }, consequences))
}

const consequences: Readonly<Record<string, Consequence<BenchmarkEdition>>> = {
  CANCEL: async (run, _, { id }) => {
    await cancelJobsOf(run, id)
    return {}
  },
  PUBLISH: () => ({ publishedAt: NOW }),
  WITHDRAW: () => ({ publishedAt: null }),
}

/** The edition's row, inside the viewer's scope. */
export const readableEdition = (context: Context, id: string): Promise<Record<string, unknown>> => readableRow(context, editions, id)
