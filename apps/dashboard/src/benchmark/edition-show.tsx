import { Alert, Link, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { keyOf, useAnswer } from '../api/use-answer'
import { Failed, Loading, NotThere } from '../kit/loading'
import { Page, PageHead } from '../kit/page'
import { Computing } from './computing'
import { editionDocument, newerDataDocument } from './edition.graphql'
import { type MemberEdition, readEdition, wholeEdition } from './edition-data'
import { EditionMoves, EditionState } from './edition-moves'
import { EditionSentence } from './edition-sentence'
import { EditionView } from './edition-view'
import { MethodNote } from './method-note'

/** The page of an edition. */
export default function EditionShow() {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useQuery({ queryKey: keyOf(editionDocument, { id }), queryFn: ({ signal }) => readEdition(id, signal) })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending) return <Loading />
  return data ? <EditionPage key={id} edition={data} onDone={() => void refetch()} /> : <NotThere />
}

function EditionPage({ edition, onDone }: { edition: MemberEdition; onDone: () => void }) {
  const translate = useTranslate()
  const [compared, setCompared] = useState('')
  const { benchmark } = edition
  const newer = useAnswer(newerDataDocument, { id: edition.id }).data?.benchmarkEdition?.newerDataExists
  const whole = wholeEdition(edition)
  const crumbs = [{ text: translate('resources.benchmarks.name', { smart_count: 2 }), to: '/benchmarks' }]
  return (
    <Page>
      <PageHead
        title={translate('edition.title', { title: edition.title })}
        crumbs={benchmark ? [...crumbs, { text: benchmark.title, to: `/benchmarks/${benchmark.id}/show` }] : crumbs}
        sentence={
          <>
            <EditionState state={edition.state} />
            {whole ? <EditionSentence edition={whole} /> : null}
          </>
        }
        actions={<EditionMoves edition={edition} onDone={onDone} onCompared={setCompared} />}
      />
      <div role="status">
        {compared ? (
          <Alert severity="info" sx={{ mb: 2 }} onClose={() => setCompared('')}>
            {compared}
          </Alert>
        ) : null}
      </div>
      {edition.state === 'COMPUTING' ? <Computing editionId={edition.id} onDone={onDone} /> : null}
      {edition.state === 'FAILED' ? <Alert severity="error">{edition.failure ?? translate('app.unknown')}</Alert> : null}
      {edition.state === 'CANCELLED' ? <Typography>{translate('edition.cancelled')}</Typography> : null}
      {newer ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('edition.newerData')}
        </Alert>
      ) : null}
      {edition.state === 'PUBLISHED' ? (
        <Typography variant="body2" sx={{ mb: 2 }}>
          <Link component={RouterLink} to={`/public/editions/${edition.id}`}>
            {translate('edition.publicPage')}
          </Link>
        </Typography>
      ) : null}
      {whole ? <EditionView edition={whole} /> : null}
      {whole ? <MethodNote settings={whole.settings} /> : null}
    </Page>
  )
}
