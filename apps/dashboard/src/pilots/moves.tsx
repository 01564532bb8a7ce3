import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { contract } from '../app/contract'
import { ask, GraphqlError } from '../app/graphql'
import { Refusal } from '../records/refusal'
import type { PilotFacts, Transition } from './pilot-data'

const document =
  'mutation ($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) { transitionPilot(id: $id, version: $version, key: $key, input: $input) { id version } }'

const labelOf = (key: string) => contract.machines.Pilot?.find((move) => move.key === key)?.label ?? key

/** The moves that a pilot's state offers: those that this person may make, and why not the others. */
export function Moves({ pilot, onDone }: { pilot: PilotFacts; onDone: () => void }) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<Transition | null>(null)
  const refused = pilot.availableTransitions.filter((move) => !move.allowed)
  return (
    <>
      {pilot.availableTransitions
        .filter((move) => move.allowed)
        .map((move) => (
          <Button key={move.key} variant="outlined" onClick={() => setAsked(move)}>
            {labelOf(move.key)}…
          </Button>
        ))}
      {refused
        .filter((move) => move.reason !== 'NOT_YOURS')
        .map((move) => (
          <Typography key={move.key} variant="body2" color="text.secondary">
            {labelOf(move.key)}: {translate(`pilot.reasons.${move.reason}`)}
          </Typography>
        ))}
      {refused.length === pilot.availableTransitions.length && refused[0] ? <Refusal move={refused[0]} /> : null}
      {asked ? <MoveDialog pilot={pilot} move={asked} onClose={() => setAsked(null)} onDone={onDone} /> : null}
    </>
  )
}

function MoveDialog({ pilot, move, onClose, onDone }: { pilot: PilotFacts; move: Transition; onClose: () => void; onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [input, setInput] = useState<Readonly<Record<string, string>>>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const asks = contract.machines.Pilot?.find((candidate) => candidate.key === move.key)?.asks ?? []
  const make = async () => {
    try {
      await ask(document, { id: pilot.id, version: pilot.version, key: move.key, input })
      onClose()
      onDone()
      refresh()
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error
      setFaults(error.body.errors)
      if (error.faults.length === 0) notify(error.message, { type: 'error' })
    }
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby="move-title">
      <DialogTitle id="move-title">{translate('pilot.moveTitle', { move: labelOf(move.key) })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, minWidth: 280 }}>
        {asks.map(({ name, kind }) => (
          <TextField
            key={name}
            label={translate(`resources.pilots.fields.${name}`, { _: translate('pilot.note') })}
            type={kind === 'day' ? 'date' : 'text'}
            value={input[name] ?? ''}
            onChange={(event) => setInput({ ...input, [name]: event.target.value })}
            error={faults[name] !== undefined}
            helperText={faults[name]}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ mt: 1 }}
          />
        ))}
        {faults.key ? <Typography color="error">{faults.key}</Typography> : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('pilot.cancel')}</Button>
        <Button variant="contained" onClick={make}>
          {labelOf(move.key)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
