import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ask, GraphqlError } from '../api/graphql'
import { downloadRows } from '../kit/download-rows'
import { readFaults } from '../kit/file-faults'
import { type Checked, ImportButton, type Taking } from '../kit/import-dialog'
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
  const send = async (file: File, { replace, dryRun, decimals }: Taking): Promise<Checked> => {
    const csv = await file.text()
    try {
      const { importBenchmarkEntries: found } = await ask(importEntriesDocument, { id: benchmarkId, csv, replace, dryRun, decimals })
      return {
        text: translate('benchmark.importBrings', { ...found }),
        faults: [],
        question: null,
        head: [],
        preview: csv.split(/\r?\n/, 6).map((line) => [line]),
      }
    } catch (error) {
      const faults = error instanceof GraphqlError ? error.faults.filter(({ path }) => path[0] === 'row') : []
      if (faults.length === 0) throw error
      return {
        text: '',
        head: [],
        preview: [],
        ...readFaults(faults.map((fault) => ({ ...fault, row: Number(fault.path[1]), column: String(fault.path[2] ?? '') }))),
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
