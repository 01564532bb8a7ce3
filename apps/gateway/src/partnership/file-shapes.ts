import type { FileReading, ImportKind, RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Asked } from '../tables/file-reading.js'
import { lackingIn, proposeReading, shapeOf } from '../tables/file-reading.js'

/** Whose files of which import. */
export interface FilesOf {
  readonly projectId: string
  readonly importedAs: keyof typeof ImportKind.values
}

/** How a file is read, and who says so: whoever sends it, the last one of its shape, or the names of its columns. */
export interface ChosenReading {
  readonly reading: FileReading
  readonly by: 'GIVEN' | 'REMEMBERED' | 'NAMES'
}

/** How a file with these columns is read. What was remembered counts where it still gives all that the import needs. */
export async function chooseReading(
  run: RunSql,
  files: FilesOf,
  names: readonly string[],
  asked: readonly Asked[],
  given: FileReading | null,
): Promise<ChosenReading> {
  if (given) return { reading: given, by: 'GIVEN' }
  const [found] = await run('SELECT reading FROM file_shape WHERE project_id = $1 AND imported_as = $2 AND shape = $3 AND archived_at IS NULL', [
    files.projectId,
    files.importedAs,
    shapeOf(names),
  ])
  const remembered = found?.reading as FileReading | undefined
  if (remembered && lackingIn(remembered, names, asked).length === 0) return { reading: remembered, by: 'REMEMBERED' }
  return { reading: proposeReading(names, asked), by: 'NAMES' }
}

/** Remembers how a file was read, for the next one of its shape. */
export async function rememberReading(run: RunSql, files: FilesOf, names: readonly string[], reading: FileReading): Promise<void> {
  await run(
    `INSERT INTO file_shape (id, version, created_at, updated_at, project_id, imported_as, shape, heading, reading)
     VALUES ($1, 1, moment_of_write(), moment_of_write(), $2, $3, $4, $5, $6)
     ON CONFLICT (project_id, imported_as, shape) WHERE archived_at IS NULL DO UPDATE SET heading = excluded.heading, reading = excluded.reading,
       updated_at = moment_of_write(), version = file_shape.version + 1`,
    [uuidv7(), files.projectId, files.importedAs, shapeOf(names), names.join('; ').slice(0, MOST_LETTERS), JSON.stringify(reading)],
  )
}

const MOST_LETTERS = 10_000
