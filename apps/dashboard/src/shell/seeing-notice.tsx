import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { Alert, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { beginAnew } from '../api/begin-anew'
import { ask } from '../api/graphql'

interface Seeing {
  readonly personName: string
}

const readSeeing = () => ask<{ seeingAs: Seeing | null }>('{ seeingAs { personName } }').then(({ seeingAs }) => seeingAs)

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
