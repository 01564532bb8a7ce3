import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Translate } from '../api/translate'
import { downloadRows } from '../kit/download-rows'
import type { Asked } from '../kit/file-reading'
import { numberText } from '../kit/format'
import { type Checked, ImportButton, type Taking } from '../kit/import-dialog'
import { sendFile } from '../kit/send-file'
import { MissedRegions } from '../partnership'
import type { Indicator } from './benchmark-data'

interface Props {
  readonly benchmarkId: string
  readonly indicators: readonly Indicator[]
  readonly onDone: () => void
}

interface Report {
  readonly added: number
  readonly changed: number
  readonly values: number
  readonly preview: readonly Readonly<Record<string, string | number | null>>[]
}

/** Columns of the file beside those of indicators, as the gateway calls them, with the field of the record that each fills. */
const fields = { title: 'title', kind: 'kind', region: 'region', description: 'description', source: 'source', 'source link': 'sourceLink' } as const
const kinds = ['REGION', 'ONGOING', 'PROSPECTIVE'] as const

/** Brings in initiatives and regions with their values from a file: looked at first, all rows or none. */
export function ImportEntries({ benchmarkId, indicators, onDone }: Props) {
  const translate = useTranslate()
  const fixed = Object.entries(fields).map(([name, field]) => ({ name, field, label: translate(`resources.benchmarkEntries.fields.${field}`) }))
  const titles = indicators.map(({ title }) => title)
  const send = (file: File, taking: Taking): Promise<Checked> =>
    sendFile<Report>(`/imports/benchmark-entries?benchmark=${benchmarkId}`, file, taking, (report) => ({
      text: translate('benchmark.importBrings', { ...report }),
      head: [...fixed.map(({ label }) => label), ...titles],
      preview: report.preview
        .slice(0, 8)
        .map((row) => [...fixed.map(({ field }) => textOf(row[field], field, translate)), ...titles.map((title) => figureText(row[title]))]),
    }))
  const asked: Asked[] = [
    ...fixed.map(({ name, label }) => ({ name, label, needed: name === 'title' || name === 'kind', ...constantOf(name, translate) })),
    ...titles.map((title) => ({ name: title, label: title })),
  ]
  return (
    <ImportButton
      variant="outlined"
      title={translate('benchmark.import')}
      text={translate('benchmark.importText')}
      accept=".csv,.tsv,.txt,.json,.xlsx,.ods,.gz"
      templates={
        <Button size="small" onClick={() => downloadRows('benchmark', [...Object.keys(fields), ...titles], [])}>
          {translate('imports.template', { form: 'CSV' })}
        </Button>
      }
      asked={asked}
      remedy={MissedRegions}
      send={send}
      onDone={onDone}
    />
  )
}

function constantOf(name: string, translate: Translate): Pick<Asked, 'constant'> {
  if (name === 'kind') return { constant: kinds.map((kind) => [kind, translate(`enums.EntryKind.${kind}`)]) }
  return name === 'source' || name === 'source link' ? { constant: true } : {}
}

type Read = string | number | null | undefined

const figureText = (value: Read): string => (typeof value === 'number' ? numberText(value) : (value ?? ''))

/** What was read of a column beside the indicators, in the words of the page. */
const textOf = (value: Read, field: string, translate: Translate): string => (field === 'kind' ? translate(`enums.EntryKind.${value}`) : figureText(value))
