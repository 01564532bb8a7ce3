import { Button, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { askForErasureDocument, erasureAskedDocument } from './access.graphql'

/** Asks the administrators to erase one's account, or takes that back. */
export function AskForErasure() {
  const translate = useTranslate()
  const notify = useNotify()
  const { data, refetch } = useAnswer(erasureAskedDocument, {})
  const since = data?.viewer?.erasureAskedAt ?? null
  const say = (asked: boolean) =>
    ask(askForErasureDocument, { asked }).then(
      () => void refetch(),
      (error: Error) => notify(error.message, { type: 'error' }),
    )
  if (!data) return null
  return (
    <Section
      title={translate('erasure.own')}
      actions={
        <Button size="small" onClick={() => void say(since === null)}>
          {translate(since === null ? 'erasure.ask' : 'erasure.takeBack')}
        </Button>
      }
    >
      <Typography variant="body2">{since === null ? translate('erasure.ownText') : translate('erasure.asked', { at: momentText(since) })}</Typography>
    </Section>
  )
}
