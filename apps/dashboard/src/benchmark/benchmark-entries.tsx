import { Button, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { numberText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { AddLink, newAddress } from '../records/add-link'
import { mayAdd } from '../records/refusal'
import { benchmarkValuesDocument } from './benchmark.graphql'
import { type Entry, type Indicator, MOST_VALUES, type Value } from './benchmark-data'

interface Props {
  readonly record: RaRecord
  readonly indicators: readonly Indicator[]
  readonly entries: readonly Entry[]
  readonly may: boolean
}

const AT_ONCE = 25

/** What is compared, with the value of each indicator; a figure leads to its page, a gap to its form. Long tables come bit by bit. */
export function BenchmarkEntries({ record, indicators, entries, may }: Props) {
  const translate = useTranslate()
  const chunk = Math.max(1, Math.min(AT_ONCE, Math.floor(MOST_VALUES / Math.max(indicators.length, 1))))
  const [shown, setShown] = useState(chunk)
  const name = translate('resources.benchmarkEntries.name', { smart_count: 2 })
  const given = { benchmarkId: record.id, projectId: record.project?.id }
  const chunks = Array.from({ length: Math.ceil(Math.min(shown, entries.length) / chunk) }, (_, index) => entries.slice(index * chunk, (index + 1) * chunk))
  return (
    <Section title={name} actions={mayAdd(record, 'benchmarkEntries') ? <AddLink plural="benchmarkEntries" given={given} /> : null}>
      {entries.length === 0 ? (
        <Typography variant="body2">{translate('list.none')}</Typography>
      ) : (
        <WideTable
          label={name}
          head={[
            { text: translate('resources.benchmarkEntries.fields.title'), minWidth: 140 },
            translate('resources.benchmarkEntries.fields.kind'),
            ...indicators.map(({ title }) => ({ text: title, right: true, minWidth: 90 })),
          ]}
        >
          {chunks.map((part) => (
            <EntryRows key={part[0]?.id} record={record} indicators={indicators} entries={part} may={may} />
          ))}
        </WideTable>
      )}
      {shown < entries.length ? (
        <Button size="small" onClick={() => setShown(shown + chunk)}>
          {translate('edition.more', { smart_count: entries.length - shown })}
        </Button>
      ) : null}
    </Section>
  )
}

function EntryRows({ record, indicators, entries, may }: Props) {
  const translate = useTranslate()
  const ids = entries.map(({ id }) => id)
  const values = useAnswer(benchmarkValuesDocument, { ids }).data?.benchmarkValues.nodes
  return entries.map((entry) => (
    <TableRow key={entry.id}>
      <TableCell component="th" scope="row">
        <Link component={RouterLink} to={`/benchmarkEntries/${entry.id}/show`}>
          {entry.title}
        </Link>{' '}
        {entry.region?.code}
      </TableCell>
      <TableCell>{translate(`enums.EntryKind.${entry.kind}`)}</TableCell>
      {indicators.map((indicator) => (
        <TableCell key={indicator.id} align="right">
          {values ? (
            <ValueCell
              value={values.find((value) => value.entry?.id === entry.id && value.indicator?.id === indicator.id)}
              about={`${indicator.title}, ${entry.title}`}
              address={may ? newAddress('benchmarkValues', { projectId: record.project?.id, entryId: entry.id, indicatorId: indicator.id }) : null}
            />
          ) : (
            '…'
          )}
        </TableCell>
      ))}
    </TableRow>
  ))
}

interface ValueProps {
  readonly value: Value | undefined
  /** What the value is of. */
  readonly about: string
  /** The form of a new value, for whoever may enter one. */
  readonly address: string | null
}

function ValueCell({ value, about, address }: ValueProps) {
  const translate = useTranslate()
  if (value) {
    const text = value.figure === null ? translate('app.unknown') : numberText(value.figure)
    return (
      <Link component={RouterLink} to={`/benchmarkValues/${value.id}/show`} aria-label={`${about}: ${text}`}>
        {text}
      </Link>
    )
  }
  if (!address) return <em>{translate('app.unknown')}</em>
  return (
    <Link component={RouterLink} to={address} aria-label={`${translate('benchmark.enter')}: ${about}`}>
      {translate('benchmark.enter')}
    </Link>
  )
}
