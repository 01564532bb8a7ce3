import { type FormEvent, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask, errorText, GraphqlError } from '../api/graphql'
import { useSaved } from '../kit/saved'
import { recordTiesDocument } from './collaboration.graphql'
import { type Actor, type Level, type Tie, tieOf } from './collaboration-data'

/** How close a pair is at the two times. */
export interface Levels {
  readonly before: Level
  readonly after: Level
}

/** What the ties of one actor are edited by. */
export interface TiesProps {
  readonly pilotId: string
  readonly actor: Actor
  readonly ties: readonly Tie[]
  readonly onClose: () => void
  readonly onDone: () => void
  /** The pairs as they are now. */
  readonly reload: () => Promise<readonly Tie[]>
}

/** A pair that nobody wrote down counts as not working together. */
const unwritten: Levels = { before: 'NONE', after: 'NONE' }

/** The levels that are typed for one actor. Only what was changed is saved, all of it or nothing. */
export function useTies({ pilotId, actor, onClose, onDone, reload, ...given }: TiesProps) {
  const translate = useTranslate()
  const saved = useSaved()
  // As they were when it was opened: what another person saved since is told, and not overwritten unseen.
  const [opened] = useState(given.ties)
  const [ties, setTies] = useState(opened)
  const [typed, setTyped] = useState<Readonly<Record<string, Levels>>>({})
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const levelsIn = (pairs: readonly Tie[], id: string): Levels => {
    const { before, after } = tieOf(pairs, actor.id, id) ?? unwritten
    return { before, after }
  }
  const former = (id: string) => levelsIn(ties, id)
  const changed = Object.entries(typed).filter(([id, { before, after }]) => before !== former(id).before || after !== former(id).after)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (changed.length === 0) return onClose()
    setBusy(true)
    setFault('')
    try {
      const input = changed.map(([otherId, levels]) => ({ actorId: actor.id, otherId, ...levels, version: tieOf(ties, actor.id, otherId)?.version ?? null }))
      await ask(recordTiesDocument, { pilotId, input })
      onDone()
      onClose()
      saved(translate('collaboration.saved', { smart_count: changed.length }))
    } catch (error) {
      const isConflict = error instanceof GraphqlError && error.code === 'CONFLICT'
      if (isConflict) setTies(await reload())
      setFault(isConflict ? translate('collaboration.meanwhile') : errorText(error, translate))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    fault,
    submit,
    /** What stands in the fields of the pair with another actor. */
    levels: (id: string): Levels => typed[id] ?? former(id),
    /** What another person saved of it since the dialog was opened. */
    savedMeanwhile: (id: string, time: keyof Levels): Level | undefined => (former(id)[time] === levelsIn(opened, id)[time] ? undefined : former(id)[time]),
    type: (id: string, levels: Levels) => setTyped({ ...typed, [id]: levels }),
  }
}
