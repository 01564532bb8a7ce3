import { Alert, Button } from '@mui/material'
import { useCloseNotification, useNotify, useTranslate } from 'react-admin'

/** Says that something was saved, in a polite live region, with a way back that stays for twelve seconds. */
export function useSaved(): (text: string, undo?: () => Promise<void>) => void {
  const notify = useNotify()
  return (text, undo) => notify(<Saved text={text} undo={undo} />, { autoHideDuration: 12_000 })
}

function Saved({ text, undo }: { text: string; undo: (() => Promise<void>) | undefined }) {
  const translate = useTranslate()
  const notify = useNotify()
  const close = useCloseNotification()
  const back = () => {
    close()
    undo?.().then(
      () => notify('record.undone'),
      (error: Error) => notify(error.message, { type: 'error' }),
    )
  }
  return (
    <Alert
      role="status"
      severity="info"
      variant="standard"
      sx={{ border: '1px solid var(--line2)', color: 'text.primary' }}
      action={
        undo ? (
          <Button color="inherit" size="small" onClick={back}>
            {translate('ra.action.undo')}
          </Button>
        ) : undefined
      }
    >
      {text}
    </Alert>
  )
}
