import type { RaRecord } from 'react-admin'
import type { RecordFacts } from '../api/contract'
import { allRows } from '../api/data-provider'
import { ask } from '../api/graphql'
import type { Translate } from '../api/translate'
import { type ExportForm, saveTable } from '../kit/export-table'
import { exportTable } from './export-table'
import type { Column, Sort } from './list-columns'
import { beginExportDocument } from './records.graphql'

/** What is on the screen of a list, beyond the page that is shown. */
export interface Shown {
  readonly record: RecordFacts
  readonly columns: readonly Column[]
  readonly filter: Record<string, unknown>
  readonly sort: Sort
}

/** Saves every row of a list as a file. The gateway asks first whether the person is still there, and notes it. */
export async function exportRows({ record, columns, filter, sort }: Shown, form: ExportForm, translate: Translate): Promise<void> {
  await ask(beginExportDocument, { list: record.plural })
  const rows: RaRecord[] = await allRows(record.plural, { filter, sort })
  await saveTable(record.plural, exportTable(record, columns, rows, translate), form)
}
