import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TableCell, TableRow, TextField, Typography, useMediaQuery } from '@mui/material'
import { type FormEvent, Fragment, useState } from 'react'
import { useTranslate } from 'react-admin'
import { choiceOf, enumValues } from '../api/contract'
import { ask, GraphqlError } from '../api/graphql'
import { onPhone, WideTable } from '../kit/page'
import { useSaved } from '../kit/saved'
import { recordTiesDocument } from './collaboration.graphql'
import { type Actor, type Level, levelText, type Tie, tieOf } from './collaboration-data'

interface Given {
  readonly before: Level
  readonly after: Level
}

/** A pair that nobody wrote down counts as not working together. */
const unwritten: Given = { before: 'NONE', after: 'NONE' }

interface Props {
  readonly pilotId: string
  readonly actor: Actor
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  readonly onClose: () => void
  readonly onDone: () => void
  /** The pairs as they are now. */
  readonly reload: () => Promise<readonly Tie[]>
}

/** With whom one actor works: every other actor, before and after. Only what was changed is saved, all of it or nothing. */
export function TiesDialog({ pilotId, actor, actors, onClose, onDone, reload, ...props }: Props) {
  const translate = useTranslate()
  const saved = useSaved()
  // As they were when it was opened: what another person saved since is told, and not overwritten unseen.
  const [opened] = useState(props.ties)
  const [ties, setTies] = useState(opened)
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({})
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const others = actors.filter(({ id }) => id !== actor.id)
  const levelsIn = (pairs: readonly Tie[], id: string): Given => {
    const { before, after } = tieOf(pairs, actor.id, id) ?? unwritten
    return { before, after }
  }
  const former = (id: string) => levelsIn(ties, id)
  const changed = Object.entries(given).filter(([id, { before, after }]) => before !== former(id).before || after !== former(id).after)
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
      setFault(isConflict ? translate('collaboration.meanwhile') : error instanceof GraphqlError ? error.message : translate('app.broken'))
    } finally {
      setBusy(false)
    }
  }
  const isPhone = useMediaQuery(onPhone)
  const title = translate('collaboration.tiesOf', { name: actor.name })
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby="ties-title" fullWidth fullScreen={isPhone} maxWidth="sm">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="ties-title">{title}</DialogTitle>
        <DialogContent>
          <WideTable
            label={title}
            head={[
              ...(isPhone ? [] : [translate('resources.collaborations.fields.other')]),
              { text: translate('collaboration.before'), minWidth: 130 },
              { text: translate('collaboration.after'), minWidth: 130 },
            ]}
          >
            {others.map((other) => {
              const levels = given[other.id] ?? former(other.id)
              const inputs = (['before', 'after'] as const).map((time) => (
                <TableCell key={time}>
                  <LevelInput
                    label={`${other.name}, ${translate(`collaboration.${time}`)}`}
                    value={levels[time]}
                    savedMeanwhile={former(other.id)[time] === levelsIn(opened, other.id)[time] ? undefined : former(other.id)[time]}
                    onChange={(level) => setGiven({ ...given, [other.id]: { ...levels, [time]: level } })}
                  />
                </TableCell>
              ))
              return isPhone ? (
                <Fragment key={other.id}>
                  <TableRow>
                    <TableCell component="th" scope="colgroup" colSpan={2} sx={{ borderBottom: 0, pb: 0 }}>
                      {other.name}
                    </TableCell>
                  </TableRow>
                  <TableRow>{inputs}</TableRow>
                </Fragment>
              ) : (
                <TableRow key={other.id}>
                  <TableCell component="th" scope="row">
                    {other.name}
                  </TableCell>
                  {inputs}
                </TableRow>
              )
            })}
          </WideTable>
          <Box role="alert">{fault ? <Typography color="error">{fault}</Typography> : null}</Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {translate('app.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface LevelProps {
  readonly label: string
  readonly value: Level
  /** What another person saved since the dialog was opened. */
  readonly savedMeanwhile: Level | undefined
  readonly onChange: (level: Level) => void
}

function LevelInput({ label, value, savedMeanwhile, onChange }: LevelProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      size="small"
      fullWidth
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value ? choiceOf('CollaborationLevel', event.target.value) : null)}
      helperText={savedMeanwhile === undefined ? null : translate('collaboration.nowIs', { level: levelText(savedMeanwhile, translate) })}
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': label } }}
    >
      <option value="">{translate('app.unknown')}</option>
      {enumValues('CollaborationLevel').map((level) => (
        <option key={level} value={level}>
          {levelText(level, translate)}
        </option>
      ))}
    </TextField>
  )
}
