import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { enumValues } from '../api/contract'
import type { Translate } from '../api/translate'
import type { Asked } from '../kit/file-reading'
import { numberText } from '../kit/format'
import { type Checked, ImportButton, type Taking } from '../kit/import-dialog'
import { sendFile } from '../kit/send-file'
import { MissedRegions } from '../partnership'

interface Report {
  readonly rows: number
  readonly unknown: number
  readonly recorded: number
  readonly replaced: number
  readonly unchanged: number
  readonly preview: readonly Readonly<Record<(typeof fields)[number], string | number>>[]
}

const fields = ['region', 'measure', 'division', 'year', 'value', 'flags', 'unit', 'source'] as const

/** Brings in regional statistics from a file: looked at first, all rows or none. */
export function ImportStatistics({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const translate = useTranslate()
  const label = (field: string) => translate(`resources.regionalStatistics.fields.${field}`)
  const send = (file: File, taking: Taking): Promise<Checked> =>
    sendFile<Report>(`/imports/regional-statistics?project=${projectId}`, file, taking, (report) => ({
      text: [translate('position.importBrings', { ...report }), report.unknown > 0 ? translate('position.importUnknown', { smart_count: report.unknown }) : '']
        .filter(Boolean)
        .join(' '),
      head: fields.map(label),
      preview: report.preview.slice(0, 8).map((row) => fields.map((field) => textOf(field, row[field], translate))),
    }))
  return (
    <ImportButton
      variant="contained"
      title={translate('position.import')}
      text={translate('position.importText')}
      accept=".csv,.tsv,.txt,.json,.xlsx,.ods,.gz"
      templates={(['csv', 'xlsx'] as const).map((form) => (
        <Button key={form} size="small" component="a" href={`/imports/regional-statistics/template.${form}`}>
          {translate('imports.template', { form: form.toUpperCase() })}
        </Button>
      ))}
      asked={fields.map((field): Asked => ({ name: field, label: label(field), needed: field !== 'flags', ...constantOf(field, translate) }))}
      remedy={MissedRegions}
      send={send}
      onDone={onDone}
    />
  )
}

/** What may be the same for all rows: a region's file of one measure has no column that says so. */
function constantOf(field: string, translate: Translate): Pick<Asked, 'constant'> {
  if (field === 'measure') return { constant: enumValues('StatisticMeasure').map((measure) => [measure, translate(`enums.StatisticMeasure.${measure}`)]) }
  return field === 'value' || field === 'flags' ? {} : { constant: true }
}

/** What was read, in the words of the page. */
function textOf(field: string, value: string | number, translate: Translate): string {
  if (field === 'measure') return translate(`enums.StatisticMeasure.${value}`)
  return field === 'value' && typeof value === 'number' ? numberText(value) : String(value)
}
