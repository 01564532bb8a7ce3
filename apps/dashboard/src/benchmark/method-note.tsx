import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { contract, fieldOf } from '../api/contract'
import { percentText } from '../kit/format'
import { Section } from '../kit/page'
import type { Edition } from './edition-data'

const names = [
  ...(['normalisation', 'aggregation', 'missingValues', 'outliers', 'weighting', 'weightsDecidedBy', 'weightDoubt'] as const),
  ...(['normalisationDoubt', 'aggregationDoubt', 'missingDoubt'] as const),
]

/** How an edition was computed, and who decided the weights. */
export function MethodNote({ settings }: { settings: Edition['settings'] }) {
  const translate = useTranslate()
  const text = (name: (typeof names)[number]) => {
    const value = settings[name]
    const record = contract.records.Benchmark
    const choices = record && fieldOf(record, name)?.choices
    if (value === null || value === undefined) return '–'
    if (choices) return translate(`enums.${choices}.${value}`)
    if (typeof value === 'boolean') return translate(`ra.boolean.${value}`)
    return typeof value === 'number' ? percentText(value) : value
  }
  return (
    <Section title={translate('edition.method')}>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(45%) 1fr', columnGap: 2, rowGap: 0.75, m: 0 }}>
        {names.map((name) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: 13 }}>
              {translate(`resources.benchmarks.fields.${name}`)}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {text(name)}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
