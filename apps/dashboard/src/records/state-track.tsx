import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { rolesText } from '../api/graphql'
import type { Translate } from '../api/translate'
import { dayText, numberText } from '../kit/format'
import { statusIcons } from '../kit/status'
import type { Transition } from './machine-moves'
import type { Allowed } from './refusal'

/** One state on the way. */
export interface TrackState {
  readonly key: string
  readonly text: string
  /** What is said beside its name, as since when. */
  readonly note?: string | null
}

interface Props {
  readonly label: string
  readonly states: readonly TrackState[]
  /** Key of the present state; null: not known. */
  readonly present: string | null
  readonly machine: string
  /** Moves of which it is said why they are not open. */
  readonly refused: readonly Transition[]
  readonly children?: ReactNode
}

const stateSx = { display: 'flex', alignItems: 'center', gap: 0.5, py: 0.5, fontSize: 13 } as const
const presentSx = { ...stateSx, px: 1.25, border: '1.5px solid var(--ink)', borderRadius: 4, fontWeight: 650, color: 'text.primary' } as const

/** A line leads from each state to the next. */
const stepSx = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  '& + &::before': { content: '""', width: { xs: 10, sm: 24 }, borderTop: '1px solid var(--line2)' },
} as const

/** Where a record is on its way through its states, and what further moves need. */
export function StateTrack({ label, states, present, machine, refused, children }: Props) {
  const at = states.findIndex(({ key }) => key === present)
  return (
    <Box sx={{ mb: 3 }}>
      <Box component="ol" aria-label={label} sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 0, m: 0 }}>
        {states.map(({ key, text, note }, index) => (
          <Box component="li" key={key} aria-current={index === at ? 'step' : undefined} sx={stepSx}>
            <Box component="span" sx={index === at ? presentSx : { ...stateSx, color: 'text.secondary' }}>
              <StateIcon state={index > at ? 'PLANNED' : index < at ? 'COMPLETED' : key} />
              {text} {note}
            </Box>
          </Box>
        ))}
      </Box>
      {children}
      <Refused machine={machine} moves={refused} />
    </Box>
  )
}

function StateIcon({ state }: { state: string }) {
  const Icon = statusIcons[state] ?? InfoOutlined
  return <Icon aria-hidden sx={{ fontSize: 16, color: state === 'SUSPENDED' ? 'warning.main' : 'inherit' }} />
}

/** What further moves need, each in a line. */
function Refused({ machine, moves }: { machine: string; moves: readonly Transition[] }) {
  const translate = useTranslate()
  return moves.map((move) => (
    <Typography key={move.key} variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mt: 0.5 }}>
      <InfoOutlined aria-hidden sx={{ fontSize: 16 }} />
      <span>
        {translate('record.toMove', { move: translate(`moves.${machine}.${move.key}`) })} {reasonText(move, translate)}
      </span>
    </Typography>
  ))
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Why something is refused, in the present language, with its figures and days. */
export function reasonText({ reason, by, params }: Omit<Allowed, 'allowed'> & Partial<Pick<Transition, 'params'>>, translate: Translate): string {
  if (reason === 'NOT_YOURS' && by) return translate('errors.onlyBy', { who: rolesText(by, translate) })
  const figures = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? numberText(value) : isDay(value) ? dayText(value) : value,
  ])
  return translate(`reasons.${reason}`, Object.fromEntries(figures))
}
