import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TableCell,
  type TableCellProps,
  TableRow,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useTranslate } from 'react-admin'
import { choiceOf, enumValues } from '../api/contract'
import { onPhone, WideTable } from '../kit/page'
import { type Actor, type Level, levelText } from './collaboration-data'
import { type TiesProps, useTies } from './use-ties'

interface Props extends TiesProps {
  readonly actors: readonly Actor[]
}

/** With whom one actor works: every other actor, before and after. */
export function TiesDialog({ actors, ...given }: Props) {
  const { actor, onClose } = given
  const translate = useTranslate()
  const ties = useTies(given)
  const isPhone = useMediaQuery(onPhone)
  const title = translate('collaboration.tiesOf', { name: actor.name })
  const others = actors.filter(({ id }) => id !== actor.id)
  return (
    <Dialog open onClose={ties.busy ? undefined : onClose} aria-labelledby="ties-title" fullWidth fullScreen={isPhone} maxWidth="sm">
      <form onSubmit={ties.submit} noValidate>
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
            {others.map((other) => (
              <TieRow key={other.id} other={other} ties={ties} isPhone={isPhone} />
            ))}
          </WideTable>
          <Box role="alert">{ties.fault ? <Typography color="error">{ties.fault}</Typography> : null}</Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={ties.busy}>
            {translate('app.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={ties.busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface RowProps {
  readonly other: Actor
  readonly ties: ReturnType<typeof useTies>
  readonly isPhone: boolean
}

/** The pair with one other actor; on a phone its name stands above the fields. */
function TieRow({ other, ties, isPhone }: RowProps) {
  const translate = useTranslate()
  const levels = ties.levels(other.id)
  const inputs = (['before', 'after'] as const).map((time) => (
    <TableCell key={time}>
      <LevelInput
        label={`${other.name}, ${translate(`collaboration.${time}`)}`}
        value={levels[time]}
        savedMeanwhile={ties.savedMeanwhile(other.id, time)}
        onChange={(level) => ties.type(other.id, { ...levels, [time]: level })}
      />
    </TableCell>
  ))
  const name = (place: TableCellProps) => (
    <TableCell component="th" {...place}>
      {other.name}
    </TableCell>
  )
  return isPhone ? (
    <>
      <TableRow>{name({ scope: 'colgroup', colSpan: 2, sx: { borderBottom: 0, pb: 0 } })}</TableRow>
      <TableRow>{inputs}</TableRow>
    </>
  ) : (
    <TableRow>
      {name({ scope: 'row' })}
      {inputs}
    </TableRow>
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
