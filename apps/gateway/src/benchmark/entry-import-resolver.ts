import { Benchmark, DecimalMark, decimalMarks, type Fault, type FileReading, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { FileReadingInput } from '../partnership/index.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { knownNames } from '../tables/file-reading.js'
import type { FoundTable } from '../tables/find-table.js'
import { readTable, UnreadableFile } from '../tables/read-table.js'
import { lockRow, writer } from '../write/write-record.js'
import { askedOfEntries } from './entry-rows.js'
import { importEntries, MOST_ROWS } from './import-entries.js'

@ObjectType({ description: 'What an import of entries brings, or would.', simpleResolvers: true })
class ImportedEntries {
  @Field(() => Int, { description: 'Initiatives and regions that are new.' }) added!: number
  @Field(() => Int, { description: 'Those that were there and are changed.' }) changed!: number
  @Field(() => Int, { description: 'Values that are set.' }) values!: number
  @Field(() => Boolean, { description: 'True: nothing was written.' }) dryRun!: boolean
}

/** Entries of a benchmark with their values, from CSV. */
@Resolver()
export class EntryImportResolver {
  @Mutation(() => ImportedEntries, {
    description:
      'Imports entries with their values, all or none. Columns: title, kind, region, description, source, source link, and one per indicator by its title; an empty cell is missing, and a value that a measurement gives stays. Faults have the path [row, number, column].',
  })
  @Costs({ cost: 1000 })
  async importBenchmarkEntries(
    @Arg('benchmarkId', () => ID, { description: 'The benchmark.' }) benchmarkId: string,
    @Arg('csv', () => String, { description: 'The table as CSV, at most 2,000 rows.' }) csv: string,
    @Arg('replace', () => Boolean, { defaultValue: false, description: 'True: entries of the same title are changed; false: that is a fault.' })
    replace: boolean,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True: only say what would come of it.' }) dryRun: boolean,
    @Arg('decimals', () => DecimalMark.values, { nullable: true, description: 'Which mark stands before decimals; needed for numbers that are two by it.' })
    decimals: keyof typeof DecimalMark.values | null,
    @Arg('reading', () => FileReadingInput, {
      nullable: true,
      description: 'Which columns are what, and remembered for the next file of this shape. Without it: as that was read, or as they are called.',
    })
    reading: FileReading | null,
    @Ctx() context: Context,
  ): Promise<ImportedEntries> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const benchmark = await lockRow(run, viewer, recordMeta(Benchmark), benchmarkId)
      const mark = decimals ? decimalMarks[decimals] : undefined
      const { added, changed, values, faults } = await importEntries(run, benchmark, await tableOf(csv), { replace, dryRun, mark, reading })
      if (faults.length > 0) throw badInput(faults)
      if (!dryRun) await logEvent(run, context, { kind: 'IMPORTED', user: null, record: { type: 'Benchmark', id: benchmarkId } })
      return { added, changed, values, dryRun }
    })
  }
}

async function tableOf(csv: string): Promise<FoundTable> {
  const refuse = (code: string, message: string, params?: Fault['params']) => badInput([{ path: ['csv'], code, message, ...(params ? { params } : {}) }])
  try {
    const table = await readTable(Buffer.from(csv), knownNames(askedOfEntries([])))
    if (table.rows.length === 0) throw refuse('NO_ROWS', 'There are no rows below the header.')
    if (table.rows.length > MOST_ROWS) throw refuse('TOO_MANY_ROWS', `There are more than ${MOST_ROWS} rows.`, { max: MOST_ROWS })
    return table
  } catch (error) {
    throw error instanceof UnreadableFile ? refuse('UNREADABLE_FILE', error.message) : error
  }
}
