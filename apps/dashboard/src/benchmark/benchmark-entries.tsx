import { Button, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { numberText } from '../app/format'
import { Section, WideTable } from '../app/page'
import { AddLink, newAddress } from './add-link'
import type { Entry, Indicator } from './benchmark-data'

interface Props {
  readonly record: RaRecord
  readonly indicators: readonly Indicator[]
  readonly entries: readonly Entry[]
  readonly may: boolean
}

const AT_ONCE = 25

/** What is compared, with the value of each indicator; a figure leads to its page, a gap to its form. */
export function BenchmarkEntries({ record, indicators, entries, may }: Props) {
  const translate = useTranslate()
  const [shown, setShown] = useState(AT_ONCE)
  const name = translate('resources.benchmarkEntries.name', { smart_count: 2 })
  const given = { benchmarkId: record.id, projectId: record.project?.id }
  return (
    <Section title={name} actions={may ? <AddLink plural="benchmarkEntries" given={given} /> : null}>
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
          {entries.slice(0, shown).map((entry) => (
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
                  <ValueCell entry={entry} indicator={indicator} given={{ projectId: record.project?.id }} may={may} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </WideTable>
      )}
      {shown < entries.length ? (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
          {translate('edition.more', { smart_count: entries.length - shown })}
        </Button>
      ) : null}
    </Section>
  )
}

interface ValueProps {
  readonly entry: Entry
  readonly indicator: Indicator
  readonly given: Readonly<Record<string, unknown>>
  readonly may: boolean
}

function ValueCell({ entry, indicator, given, may }: ValueProps) {
  const translate = useTranslate()
  const value = entry.values.nodes.find((item) => item.indicator?.id === indicator.id)
  const about = `${indicator.title}, ${entry.title}`
  if (value) {
    const text = value.figure === null ? translate('app.unknown') : numberText(value.figure)
    return (
      <Link component={RouterLink} to={`/benchmarkValues/${value.id}/show`} aria-label={`${about}: ${text}`}>
        {text}
      </Link>
    )
  }
  if (!may) return <em>{translate('app.unknown')}</em>
  return (
    <Link
      component={RouterLink}
      to={newAddress('benchmarkValues', { ...given, entryId: entry.id, indicatorId: indicator.id })}
      aria-label={`${translate('benchmark.enter')}: ${about}`}
    >
      {translate('benchmark.enter')}
    </Link>
  )
}
