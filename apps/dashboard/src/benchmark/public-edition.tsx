import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { useParams } from 'react-router-dom'
import { keyOf } from '../api/use-answer'
import { PlainPage } from '../kit/plain-page'
import { publicEditionDocument } from './edition.graphql'
import { csvOf, readPublicEdition } from './edition-data'
import { EditionSentence } from './edition-sentence'
import { EditionView } from './edition-view'
import { MethodNote } from './method-note'

/** A published edition, for anyone, at its own address. */
export default function PublicEditionPage() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data, error, isPending } = useQuery({
    queryKey: keyOf(publicEditionDocument, { id }),
    queryFn: ({ signal }) => readPublicEdition(id, signal),
    retry: false,
  })
  if (isPending) return <PlainPage title={translate('app.loading')}>{null}</PlainPage>
  if (error) return <PlainPage title={translate('app.failed')}>{(error as Error).message}</PlainPage>
  if (!data) return <PlainPage title={translate('public.none')}>{translate('edition.notPublic')}</PlainPage>
  return (
    <PlainPage title={`${data.benchmarkTitle}, ${data.title}`} wide="page">
      {data.demonstration ? <p role="note">{translate('app.demonstration')}</p> : null}
      <p>{data.benchmarkPurpose}</p>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, mb: 2 }}>
        <EditionSentence edition={data} />
      </Box>
      <Button variant="outlined" component="a" href={csvOf(id)} startIcon={<FileDownloadOutlined />} sx={{ mb: 3 }}>
        {translate('edition.data')}
      </Button>
      <EditionView edition={data} />
      <MethodNote settings={data.settings} />
    </PlainPage>
  )
}
