import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { AskedButton } from '../kit/asked-button'
import { reasonText } from '../records/state-track'
import { cancelEditionDocument, publishEditionDocument, recomputeEditionDocument, withdrawEditionDocument } from './edition.graphql'
import { csvOf, type MemberEdition } from './edition-data'

interface Props {
  readonly edition: MemberEdition
  readonly onDone: () => void
  /** Told what came of computing it anew. */
  readonly onCompared: (text: string) => void
}

const verbs: Readonly<Record<string, (edition: MemberEdition) => Promise<unknown>>> = {
  CANCEL: ({ id }) => ask(cancelEditionDocument, { id }),
  PUBLISH: ({ id, version }) => ask(publishEditionDocument, { id, version }),
  WITHDRAW: ({ id, version }) => ask(withdrawEditionDocument, { id, version }),
}

/** The moves that this person may make, computing it anew, and its data. */
export function EditionMoves({ edition, onDone, onCompared }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const refuse = (error: Error) => notify(error.message, { type: 'error' })
  const act = async (deed: () => Promise<void>) => {
    setBusy(true)
    await deed()
      .catch(refuse)
      .finally(() => setBusy(false))
  }
  const make = async (key: string) => {
    await verbs[key]?.(edition)
    onDone()
  }
  const compare = () =>
    act(async () => {
      onCompared(translate('edition.comparing'))
      const { recomputeBenchmarkEdition: found } = await ask(recomputeEditionDocument, { id: edition.id })
      const versions = { former: found.storedMethodVersion, now: found.methodVersion, hash: found.hash.slice(0, 12) }
      onCompared(translate(found.same ? 'edition.same' : 'edition.notSame', versions))
    })
  return (
    <>
      {edition.availableTransitions
        .filter(({ allowed }) => allowed)
        .map(({ key }) => (
          <AskedButton
            key={key}
            variant={key === 'PUBLISH' ? 'contained' : 'outlined'}
            disabled={busy}
            deed={translate(`moves.BenchmarkEdition.${key}`)}
            title={translate('record.moveTitle', { move: translate(`moves.BenchmarkEdition.${key}`), title: edition.title })}
            text={translate(`edition.means.${key}`)}
            onDeed={() => make(key)}
          />
        ))}
      <PublishingMeans edition={edition} />
      {edition.result ? (
        <>
          <Button variant="outlined" disabled={busy} onClick={() => void compare()}>
            {translate('edition.recompute')}
          </Button>
          <Button variant="outlined" component="a" href={csvOf(edition.id)} startIcon={<FileDownloadOutlined />}>
            {translate('edition.data')}
          </Button>
        </>
      ) : null}
    </>
  )
}

/** What publishing shows to anyone, or for which reason it has to wait. */
function PublishingMeans({ edition }: Pick<Props, 'edition'>) {
  const translate = useTranslate()
  const move = edition.availableTransitions.find(({ key, reason }) => key === 'PUBLISH' && reason !== 'NOT_YOURS')
  if (!move) return null
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', flexBasis: '100%' }}>
      {move.allowed ? translate('edition.means.PUBLISH') : reasonText(move, translate)}
    </Typography>
  )
}

/** The state of an edition in words. */
export function EditionState({ state }: { state: string }) {
  const translate = useTranslate()
  return (
    <Typography component="span" variant="body2" sx={{ color: state === 'FAILED' ? 'error.main' : 'text.secondary' }}>
      {translate(`enums.EditionState.${state}`)}
    </Typography>
  )
}
