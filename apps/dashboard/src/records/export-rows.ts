import type { RecordFacts } from '../api/contract'
import { allRows } from '../api/data-provider'
import { ask } from '../api/graphql'
import { downloadRows } from '../kit/download-rows'
import { exportTable } from './export-table'
import { beginExportDocument } from './records.graphql'

/** Every row of a list as CSV, beyond the page that is shown. The gateway asks first whether the person is still there, and notes it. */
export async function exportRows(record: RecordFacts, filter: Record<string, unknown>): Promise<void> {
  await ask(beginExportDocument, { list: record.plural })
  const { head, rows } = exportTable(record, await allRows(record.plural, { filter }))
  downloadRows(record.plural, head, rows)
}
