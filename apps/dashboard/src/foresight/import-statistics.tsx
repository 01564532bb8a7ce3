import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { askAddress } from '../api/files'
import { readFaults, type ToldFault } from '../kit/file-faults'
import { numberText } from '../kit/format'
import { type Checked, ImportButton, type Taking } from '../kit/import-dialog'

interface Report {
  readonly rows: number
  readonly recorded: number
  readonly replaced: number
  readonly unchanged: number
  readonly faults: readonly ToldFault[]
  readonly preview: readonly Readonly<Record<(typeof fields)[number], string | number>>[]
}

const fields = ['region', 'measure', 'division', 'year', 'value', 'unit', 'source'] as const

/** Brings in regional statistics from CSV or XLSX: looked at first, all rows or none. */
export function ImportStatistics({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const translate = useTranslate()
  const send = async (file: File, { replace, dryRun, decimals }: Taking): Promise<Checked> => {
    const query = new URLSearchParams({ project: projectId, replace: String(replace), dryRun: String(dryRun), ...(decimals ? { decimals } : {}) })
    const report = await askAddress<Report>(`/imports/regional-statistics?${query}`, { method: 'POST', body: file })
    const { rows, recorded, replaced, unchanged } = report
    return {
      text: translate('position.importBrings', { rows, recorded, replaced, unchanged }),
      ...readFaults(report.faults),
      head: fields.map((field) => translate(`resources.regionalStatistics.fields.${field}`)),
      preview: report.preview.slice(0, 8).map((row) => fields.map((field) => textOf(field, row[field]))),
    }
  }
  return (
    <ImportButton
      variant="contained"
      title={translate('position.import')}
      text={translate('position.importText')}
      accept=".csv,.tsv,.txt,.xlsx,.ods,.gz"
      templates={(['csv', 'xlsx'] as const).map((form) => (
        <Button key={form} size="small" component="a" href={`/imports/regional-statistics/template.${form}`}>
          {translate('imports.template', { form: form.toUpperCase() })}
        </Button>
      ))}
      send={send}
      onDone={onDone}
    />
  )
}

const textOf = (field: string, value: string | number): string => (field === 'value' && typeof value === 'number' ? numberText(value) : String(value))
