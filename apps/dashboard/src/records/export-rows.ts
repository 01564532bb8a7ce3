import type { RecordFacts } from '../api/contract'
import { allRows } from '../api/data-provider'
import { downloadRows } from '../kit/download-rows'
import { exportTable } from './export-table'

/** Every row of a list as CSV, beyond the page that is shown. */
export async function exportRows(record: RecordFacts, filter: Record<string, unknown>): Promise<void> {
  const { head, rows } = exportTable(record, await allRows(record.plural, { filter }))
  downloadRows(record.plural, head, rows)
}
