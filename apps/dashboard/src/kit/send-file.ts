import { askAddress } from '../api/files'
import { readFaults, type ToldFault } from './file-faults'
import type { FileAsRead } from './file-reading'
import type { Checked, Taking } from './import-dialog'

/** What every import tells of a file, beside what is its own. */
type Report<Own> = Own & FileAsRead & { readonly faults: readonly ToldFault[] }

/** Sends a file to one of the gateway's imports, to be looked at or taken over; `own` says what it brings. */
export async function sendFile<Own>(
  address: string,
  file: File,
  { replace, dryRun, decimals, reading }: Taking,
  own: (report: Report<Own>) => Pick<Checked, 'text' | 'head' | 'preview'>,
): Promise<Checked> {
  const query = new URLSearchParams({
    replace: String(replace),
    dryRun: String(dryRun),
    ...(decimals ? { decimals } : {}),
    ...(reading ? { reading: JSON.stringify(reading) } : {}),
  })
  const report = await askAddress<Report<Own>>(`${address}&${query}`, { method: 'POST', body: file })
  const { found, readAs, lacking } = report
  return { ...own(report), ...readFaults(report.faults.filter(({ code }) => code !== 'COLUMN_MISSING')), file: { found, readAs, lacking } }
}
