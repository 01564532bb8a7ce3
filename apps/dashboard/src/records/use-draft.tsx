import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import { Alert, Button, Typography } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useViewer } from '../api/session'
import { momentText } from '../kit/format'
import { type Draft, draftKey } from './draft'
import { dropDraft, findDraft, keepDraft } from './draft-store'

interface Options {
  /** What is filled in, as `pilots/<id>` or `pilots/new`. */
  readonly what: string
  readonly version: number
  /** Null while nothing was typed. */
  readonly values: Readonly<Record<string, unknown>> | null
  readonly take: (values: Readonly<Record<string, unknown>>) => void
}

const PAUSE = 400

/** Keeps unsaved input and offers it back, after a reload, a crash or an expired session. */
export function useDraft({ what, version, values, take }: Options) {
  const viewer = useViewer()
  const key = viewer ? draftKey(viewer.id, what) : null
  const [found, setFound] = useState<Draft | null>(null)
  const [keptAt, setKeptAt] = useState<number | null>(null)
  const typed = values === null ? null : JSON.stringify(values)
  /** What was typed since something was kept. */
  const waiting = useRef<{ readonly key: string; readonly typed: string; readonly version: number } | null>(null)
  /** What was saved or given up: it is not kept again when the form goes. */
  const dropped = useRef<string | null>(null)
  const keep = useCallback(() => {
    const last = waiting.current
    waiting.current = null
    if (!last) return
    const at = Date.now()
    void keepDraft(last.key, { values: JSON.parse(last.typed), version: last.version, at }).then(() => setKeptAt(at))
  }, [])
  useEffect(() => {
    if (key) void findDraft(key).then(setFound)
  }, [key])
  useEffect(() => {
    waiting.current = key && typed !== null && typed !== dropped.current ? { key, typed, version } : null
    const timer = setTimeout(keep, PAUSE)
    return () => clearTimeout(timer)
  }, [key, typed, version, keep])
  useEffect(() => keepAtLeaving(keep), [keep])
  return {
    found: values === null ? found : null,
    keptAt: values === null ? null : keptAt,
    take() {
      if (found) take(found.values)
      setFound(null)
    },
    async drop() {
      waiting.current = null
      dropped.current = typed
      setFound(null)
      setKeptAt(null)
      if (key) await dropDraft(key)
    },
  }
}

/** Keeps what was typed last also when the form, the page or the browser goes before the pause is over. */
function keepAtLeaving(keep: () => void): () => void {
  window.addEventListener('pagehide', keep)
  return () => {
    window.removeEventListener('pagehide', keep)
    keep()
  }
}

type Kept = Pick<ReturnType<typeof useDraft>, 'found' | 'take' | 'drop'>

/** Offers back what was typed and not saved. */
export function DraftOffer({ draft, version }: { draft: Kept; version: number }) {
  const translate = useTranslate()
  const { found } = draft
  if (!found) return null
  return (
    <Alert
      severity="info"
      icon={<HistoryOutlined />}
      sx={{ mb: 2, width: '100%' }}
      action={
        <>
          <Button size="small" color="inherit" onClick={draft.take}>
            {translate('draft.take')}
          </Button>
          <Button size="small" color="inherit" onClick={() => void draft.drop()}>
            {translate('draft.drop')}
          </Button>
        </>
      }
    >
      {translate('draft.found', { at: momentText(new Date(found.at).toISOString()) })} {found.version === version ? null : translate('draft.older')}
    </Alert>
  )
}

/** Says since when what is typed is kept. */
export function DraftKept({ at }: { at: number | null }) {
  const translate = useTranslate()
  return (
    <Typography role="status" variant="body2" color="textSecondary">
      {at ? translate('draft.kept', { at: momentText(new Date(at).toISOString()) }) : null}
    </Typography>
  )
}
