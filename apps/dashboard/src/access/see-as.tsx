import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'react-admin'
import { beginAnew } from '../api/begin-anew'
import { ask } from '../api/graphql'
import { useViewer } from '../api/session'
import type { PageProps } from '../records/room'
import { seeAsDocument } from './access.graphql'

/** Lets the lead partner or an administrator look with another person's rights. */
export function SeeAsButton({ userId, name }: { userId: string; name: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const begin = () => ask(seeAsDocument, { userId }).then(beginAnew, (error: Error) => notify(error.message, { type: 'error' }))
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
