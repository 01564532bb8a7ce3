import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ask, faultText, GraphqlError } from '../api/graphql'
import { downloadRows } from '../kit/download-rows'
import { type Checked, ImportButton } from '../kit/import-dialog'
import { importEntriesDocument } from './benchmark.graphql'
import type { Indicator } from './benchmark-data'

interface Props {
  readonly benchmarkId: string
  readonly indicators: readonly Indicator[]
  readonly onDone: () => void
}

/** Brings in initiatives and regions with their values from CSV: looked at first, all rows or none. */
export function ImportEntries({ benchmarkId, indicators, onDone }: Props) {
  const translate = useTranslate()
  const send = async (file: File, replace: boolean, dryRun: boolean): Promise<Checked> => {
    const csv = await file.text()
    try {
      const { importBenchmarkEntries: found } = await ask(importEntriesDocument, { id: benchmarkId, csv, replace, dryRun })
      return { text: translate('benchmark.importBrings', { ...found }), faults: [], head: [], preview: csv.split(/\r?\n/, 6).map((line) => [line]) }
    } catch (error) {
      const faults = error instanceof GraphqlError ? error.faults.filter(({ path }) => path[0] === 'row') : []
      if (faults.length === 0) throw error
      return {
        text: '',
        head: [],
        preview: [],
        faults: faults.map((fault) => ({ row: Number(fault.path[1]), column: String(fault.path[2] ?? ''), text: faultText(fault) })),
      }
    }
  }
  const template = () =>
    downloadRows('benchmark', ['title', 'kind', 'region', 'description', 'source', 'source link', ...indicators.map(({ title }) => title)], [])
  return (
    <ImportButton
      variant="outlined"
      title={translate('benchmark.import')}
      text={translate('benchmark.importText')}
      accept=".csv,text/csv"
      templates={
        <Button size="small" onClick={template}>
          {translate('imports.template', { form: 'CSV' })}
        </Button>
      }
      send={send}
      onDone={onDone}
    />
  )
}
