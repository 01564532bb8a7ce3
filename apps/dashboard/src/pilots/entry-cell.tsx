import { Box, Typography } from '@mui/material'
import type { KeyboardEvent, ReactNode } from 'react'
import type { EntryColumn } from './entry-model'
import type { CellEvents } from './use-entry-grid'

export const cellSx = { border: '1px solid var(--line)', p: 0.75, fontSize: 13, verticalAlign: 'top' } as const

const inputSx = {
  width: '100%',
  border: 0,
  p: 0.25,
  font: 'inherit',
  color: 'text.primary',
  bgcolor: 'transparent',
  '&:focus': { outline: '3px solid var(--accent)', outlineOffset: 3 },
} as const

interface Props {
  /** Key of the cell, by which its fault and its question are found. */
  readonly id: string
  /** Its name for who does not see where it stands. */
  readonly label: string
  readonly column: EntryColumn
  readonly text: string
  readonly fault: string | undefined
  /** There is an open question about it. */
  readonly isAsked: boolean
  /** What is said of it while it has no fault. */
  readonly below: ReactNode
  readonly events: CellEvents
}

const colourOf = ({ fault, isAsked, text }: Props) => (fault ? 'var(--tintLate)' : isAsked ? 'var(--tintWarn)' : text ? 'var(--tintAccent)' : undefined)

/** One cell that is typed in, with its fault or else what is said of it below. */
export function EntryCell(props: Props) {
  const { id, label, column, text, fault, isAsked, events } = props
  return (
    <Box
      component="td"
      role="gridcell"
      sx={{
        ...cellSx,
        bgcolor: colourOf(props),
        minWidth: column.day ? 90 : 130,
        boxShadow: isAsked && !fault ? 'inset 0 0 0 1.5px var(--hatch)' : 'none',
      }}
    >
      <Box
        component="input"
        ref={events.keep}
        aria-label={label}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `fault-${id}` : isAsked ? `question-${id}` : undefined}
        // What is counted can be below zero, and some telephones show no minus on the keys for numbers.
        inputMode={column.kind === 'outOf' ? 'decimal' : 'text'}
        tabIndex={events.isActive ? 0 : -1}
        value={text}
        onFocus={(event: { target: HTMLInputElement }) => events.onFocus(event.target)}
        onBlur={events.onBlur}
        onDoubleClick={events.onEdit}
        onChange={(event: { target: HTMLInputElement }) => events.onWrite(event.target.value)}
        onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => events.onKeyDown(event)}
        onPaste={events.onPaste}
        sx={{ ...inputSx, textAlign: column.day ? 'right' : 'left' }}
      />
      <Below {...props} />
    </Box>
  )
}

function Below({ id, fault, below }: Props) {
  if (fault)
    return (
      <Typography id={`fault-${id}`} variant="body2" color="error" sx={{ fontSize: 12 }}>
        {fault}
      </Typography>
    )
  if (below === null) return null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12, textAlign: 'right', mt: 0.75 }}>
      {below}
    </Typography>
  )
}
