import { Alert, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../api/use-answer'
import { Failed, Loading } from '../kit/loading'
import { Columns, Page, PageHead, Section } from '../kit/page'
import { History } from '../records/history'
import { Facts, PlainMoves, RecordPage } from '../records/record-show'
import { mayUpdate } from '../records/refusal'
import type { PageProps } from '../records/room'
import { benchmarkDocument } from './benchmark.graphql'
import { partsOf } from './benchmark-data'
import { BenchmarkEntries } from './benchmark-entries'
import { BenchmarkIndicators } from './benchmark-indicators'
import { ComputeEdition } from './compute-edition'
import { Editions } from './editions'
import { ImportEntries } from './import-entries'

/** A benchmark's page: what is compared, by what, its editions. */
export default function BenchmarkShow() {
  return <RecordPage page={BenchmarkPage} />
}

function BenchmarkPage({ record, facts }: PageProps) {
  const translate = useTranslate()
  const client = useQueryClient()
  const id = String(record.id)
  const { data, error, refetch } = useAnswer(benchmarkDocument, { id })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!data?.benchmark) return <Loading />
  const { entries, benchmark } = data
  const parts = partsOf(benchmark)
  const may = mayUpdate(record) && !record.archivedAt
  const planned = entries.nodes.filter(({ kind }) => kind === 'PROSPECTIVE').length
  return (
    <Page>
      <PageHead
        title={String(record.title)}
        crumbs={[{ text: translate('resources.benchmarks.name', { smart_count: 2 }), to: '/benchmarks' }]}
        sentence={translate('benchmark.sentence', {
          entries: entries.totalCount - planned,
          planned,
          indicators: benchmark.indicators.nodes.length,
          smart_count: benchmark.editions.nodes.length,
        })}
        actions={
          <>
            {may ? <ComputeEdition benchmarkId={id} /> : null}
            {may ? <ImportEntries benchmarkId={id} indicators={parts.indicators} onDone={() => void client.invalidateQueries()} /> : null}
            <PlainMoves facts={facts} record={record} />
          </>
        }
      />
      {record.archivedAt ? <Alert severity="info">{translate('record.archived')}</Alert> : null}
      <Columns
        main={
          <>
            <Typography sx={{ mb: 1, whiteSpace: 'pre-line' }}>{String(record.purpose)}</Typography>
            <Typography sx={{ mb: 3, whiteSpace: 'pre-line' }}>{String(record.compares)}</Typography>
            <Editions benchmarkId={id} editions={benchmark.editions.nodes} />
            <BenchmarkIndicators record={record} {...parts} may={may} />
            <BenchmarkEntries record={record} indicators={parts.indicators} entries={entries.nodes} may={may} />
          </>
        }
        side={
          <>
            <Section title={translate('benchmark.settings')}>
              <Facts facts={facts} record={record} without={['title', 'purpose', 'compares']} />
            </Section>
            <History record={facts} id={id} />
          </>
        }
      />
    </Page>
  )
}
