import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined'
import { Box, Button, IconButton, InputAdornment, TextField, type TextFieldProps, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { dayOf, type Kind, type Meant, typedDay, typedOf } from './typed'

interface Props extends Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'error' | 'slotProps'> {
  readonly kind: Kind
  readonly text: string
  readonly onType: (text: string) => void
  /** Of numbers: the smallest that may be given. Some telephones show no minus on the keys for numbers. */
  readonly min?: number | undefined
  /** What else is wrong with it; empty where the help says it. */
  readonly fault?: string | undefined
}

/** A field in which a number or a day is typed as people write it; where it can be read in several ways, one is chosen. */
export function TypedField({ kind, text, onType, min = Number.NEGATIVE_INFINITY, fault, helperText, ...field }: Props) {
  const translate = useTranslate()
  const [isTyping, setTyping] = useState(false)
  const read = typedOf(kind, text)
  const said = fault ?? (read.fault && (!isTyping || read.meant.length > 0) ? translate(read.fault) : undefined)
  return (
    <Box sx={{ minWidth: 0 }}>
      <TextField
        {...field}
        value={text}
        error={said !== undefined}
        helperText={said || helperText}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onFocus={() => setTyping(true)}
        onBlur={(event) => {
          setTyping(false)
          field.onBlur?.(event)
        }}
        slotProps={{
          htmlInput: kind === 'number' && min >= 0 ? { inputMode: 'decimal' } : {},
          input:
            kind === 'day' && !field.disabled ? { endAdornment: <Calendar day={String(read.value ?? '')} onChoose={(day) => onType(typedDay(day))} /> } : {},
        }}
      />
      <Choices meant={read.meant} onChoose={onType} />
    </Box>
  )
}

/** A field for a day alone; what cannot be read is no day yet, which is empty. */
export function DayField({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const [text, setText] = useState(() => (day ? typedDay(day) : ''))
  // A day that comes from elsewhere, as from a draft, is typed anew.
  useEffect(() => setText((typed) => ((dayOf(typed).value ?? '') === day ? typed : typedDay(day))), [day])
  const type = (typed: string) => {
    setText(typed)
    onDay(dayOf(typed).value ?? '')
  }
  return <TypedField kind="day" label={label} text={text} onType={type} />
}

/** What a text may mean, one of which is chosen by a click. */
export function Choices({ meant, onChoose }: { meant: readonly Meant[]; onChoose: (typed: string) => void }) {
  const translate = useTranslate()
  if (meant.length === 0) return null
  return (
    <Box role="group" aria-label={translate('typed.which')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', my: 0.5 }}>
      <Typography variant="body2">{translate('typed.which')}</Typography>
      {meant.map(({ shown, typed }) => (
        <Button key={typed} size="small" variant="outlined" onClick={() => onChoose(typed)}>
          {shown}
        </Button>
      ))}
    </Box>
  )
}

/** The browser's calendar, for who would rather choose a day than type it. */
function Calendar({ day, onChoose }: { day: string; onChoose: (day: string) => void }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <InputAdornment position="end">
      <input
        ref={input}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={day}
        onChange={(event) => (event.target.value ? onChoose(event.target.value) : undefined)}
        style={{ position: 'absolute', right: 8, bottom: 0, width: 1, height: 1, opacity: 0, pointerEvents: 'none' }}
      />
      <IconButton size="small" aria-label={translate('typed.calendar')} onClick={() => input.current?.showPicker()}>
        <CalendarMonthOutlined fontSize="small" />
      </IconButton>
    </InputAdornment>
  )
}
