import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { Alert, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useNotify, useTranslate } from 'react-admin'
import type { PageProps } from '../records/record-show'
import { ask } from './graphql'
import { useViewer } from './session'

interface Seeing {
  readonly personName: string
}

const readSeeing = () => ask<{ seeingAs: Seeing | null }>('{ seeingAs { personName } }').then(({ seeingAs }) => seeingAs)

/** Everything on the page was another person's view: it is read anew from the start. */
const beginAnew = () => {
  window.location.hash = '#/'
  window.location.reload()
}

/** Says on every page that one sees as somebody else, and leads back. */
export function SeeingNotice() {
  const translate = useTranslate()
  const { data } = useQuery({ queryKey: ['seeing'], queryFn: readSeeing, staleTime: 60_000 })
  if (!data) return null
  const stop = () => ask('mutation { stopSeeingAs }').then(beginAnew)
  return (
    <Alert
      severity="warning"
      icon={<VisibilityOutlined />}
      sx={{ borderRadius: 0 }}
      action={
        <Button color="inherit" size="small" onClick={() => void stop()}>
          {translate('seeing.stop')}
        </Button>
      }
    >
      {translate('seeing.notice', { name: data.personName })}
    </Alert>
  )
}

/** Lets the lead partner or an administrator look with another person's rights. */
export function SeeAsButton({ userId, name }: { userId: string; name: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const begin = () =>
    ask('mutation ($userId: ID!) { seeAs(userId: $userId) { personId } }', { userId }).then(beginAnew, (error: Error) =>
      notify(error.message, { type: 'error' }),
    )
  return (
    <Button size="small" onClick={() => void begin()} aria-label={`${translate('seeing.begin')}: ${name}`}>
      {translate('seeing.begin')}
    </Button>
  )
}

/** The same on a person's page. */
export function SeeAsMove({ record }: PageProps) {
  const viewer = useViewer()
  return viewer?.administrator && viewer.id !== record.id ? <SeeAsButton userId={String(record.id)} name={String(record.displayName)} /> : null
}
