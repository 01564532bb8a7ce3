import { Box, Button, Skeleton, Typography } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { useTranslate } from 'react-admin'
import { errorText, GraphqlError } from '../api/graphql'
import { Heading, Page } from './page'

/** A page that is still coming, in its shape. */
export function Loading() {
  const translate = useTranslate()
  return (
    <Page>
      <Box role="status" aria-label={translate('app.loading')}>
        <Typography variant="h1" sx={visuallyHidden}>
          {translate('app.loading')}
        </Typography>
        <Skeleton variant="text" width="40%" height={40} />
        <Skeleton variant="text" width="60%" />
        <Skeleton variant="rectangular" height={240} sx={{ mt: 2 }} />
      </Box>
    </Page>
  )
}

/** The same before the layout stands. */
export const Starting = () => (
  <main>
    <Loading />
  </main>
)

/** A page that cannot be shown: what happened, and what to do. */
export function Failed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const translate = useTranslate()
  if (error instanceof GraphqlError && error.code === 'NOT_FOUND') return <NotThere />
  const text = errorText(error, translate)
  return (
    <Page>
      <Box role="alert">
        <Heading>{translate('app.failed')}</Heading>
        <Typography sx={{ mt: 1, mb: 2 }}>{text}</Typography>
        <Button variant="outlined" onClick={onAgain}>
          {translate('app.again')}
        </Button>
      </Box>
    </Page>
  )
}

/** A record that is not there, or that this person may not read: the two are never told apart. */
export function NotThere() {
  const translate = useTranslate()
  return (
    <Page>
      <Heading>{translate('app.notThere')}</Heading>
      <Typography sx={{ mt: 1 }}>{translate('app.notThereWhy')}</Typography>
    </Page>
  )
}
