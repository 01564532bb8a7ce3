import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import { Alert, Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { beginAnew } from '../api/begin-anew'
import { ask } from '../api/graphql'
import { useSeeing } from '../api/session'
import { stopSeeingAsDocument } from './shell.graphql'

/** Says on every page that one sees as somebody else, and leads back. */
export function SeeingNotice() {
  const translate = useTranslate()
  const seeing = useSeeing()
  if (!seeing) return null
  const stop = () => ask(stopSeeingAsDocument, {}).then(beginAnew)
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
      {translate('seeing.notice', { name: seeing.personName })}
    </Alert>
  )
}
