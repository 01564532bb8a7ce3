import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { contract } from '../api/contract'
import type { Document } from '../api/document'
import type { TransitionFragment, TransitionInput } from '../api/documents.generated'
import { ask } from '../api/graphql'
import { DialogForm, type Question } from '../kit/questions'
import { useSaved } from '../kit/saved'

/** A move from the present state: whether this person may make it, and why not. */
export type Transition = TransitionFragment

/** What moves are made of: a record with its state machine. */
export interface Moving {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly availableTransitions: readonly Transition[]
}

/** What a move is made with. */
export interface MoveVariables {
  readonly id: string
  readonly version: number
  readonly key: string
  readonly input: TransitionInput
}

interface Props {
  /** Name of the record whose machine it is. */
  readonly machine: string
  /** The mutation that makes a move. */
  readonly document: Document<unknown, MoveVariables>
  readonly record: Moving
  /** The day that a move is proposed for. */
  readonly day: string | null
  /** What is said before a move is made, by its key. */
  readonly texts?: Readonly<Record<string, string>>
  readonly onDone: () => void
}

/** Buttons of the moves that this person may make from the present state. */
export function MachineMoves(props: Props) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<Transition | null>(null)
  return (
    <>
      {props.record.availableTransitions
        .filter((move) => move.allowed)
        .map((move) => (
          <Button key={move.key} variant="outlined" onClick={() => setAsked(move)}>
            {translate(`moves.${props.machine}.${move.key}`)}…
          </Button>
        ))}
      {asked ? <MoveDialog {...props} move={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

function MoveDialog({ machine, document, record, move, day, texts, onClose, onDone }: Props & { move: Transition; onClose: () => void }) {
  const translate = useTranslate()
  const saved = useSaved()
  const { log, moves = [] } = contract.machines[machine] ?? {}
  const asks = moves.find((candidate) => candidate.key === move.key)?.asks ?? []
  const [own, kept] = [machine, log ?? ''].map((name) => contract.records[name]?.plural)
  const questions = asks.map(
    ({ name, kind }): Question => ({
      name,
      label: translate(`resources.${own}.fields.${name}`, { _: translate(`resources.${kept}.fields.${name}`) }),
      type: kind === 'day' ? 'date' : 'longText',
      initial: kind === 'day' ? (day ?? '') : '',
    }),
  )
  const make = async (input: Readonly<Record<string, string>>) => {
    await ask(document, { id: record.id, version: record.version, key: move.key, input })
    onClose()
    onDone()
    saved(translate('record.moved', { move: deed }))
  }
  const deed = translate(`moves.${machine}.${move.key}`)
  const title = translate('record.moveTitle', { move: deed, title: record.title })
  return <DialogForm title={title} text={texts?.[move.key]} questions={questions} deed={deed} onClose={onClose} onSubmit={make} />
}
