import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { contract } from '../app/contract'
import { dayText } from '../app/format'
import { ask } from '../app/graphql'
import { DialogForm, type Question } from '../app/questions'
import { statusIcons } from '../app/status'
import { type PilotFacts, presentPlan, type Transition } from './pilot-data'

const transition =
  'mutation ($id: ID!, $version: Int!, $key: String!, $input: TransitionInput) { transitionPilot(id: $id, version: $version, key: $key, input: $input) { id version } }'
const replan = `mutation ($id: ID!, $version: Int!, $startsOn: Date, $endsOn: Date, $reason: String) {
  replanPilot(id: $id, version: $version, startsOn: $startsOn, endsOn: $endsOn, reason: $reason) { id version } }`

interface Props {
  readonly pilot: PilotFacts
  readonly day: string | null
  readonly onDone: () => void
}

/** Buttons of the moves that this person may make from the present state, and of planning anew. */
export function Moves({ pilot, day, onDone }: Props) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<Transition | null>(null)
  const [planning, setPlanning] = useState(false)
  const over = ['COMPLETED', 'CANCELLED', 'EVALUATED'].includes(pilot.status ?? '')
  return (
    <>
      {pilot.can.update.allowed && !over ? (
        <Button variant="outlined" onClick={() => setPlanning(true)}>
          {translate('pilot.replan')}
        </Button>
      ) : null}
      {pilot.availableTransitions
        .filter((move) => move.allowed)
        .map((move) => (
          <Button key={move.key} variant="outlined" onClick={() => setAsked(move)}>
            {translate(`moves.Pilot.${move.key}`)}…
          </Button>
        ))}
      {asked ? <MoveDialog pilot={pilot} move={asked} day={day} onClose={() => setAsked(null)} onDone={onDone} /> : null}
      {planning ? <PlanDialog pilot={pilot} onClose={() => setPlanning(false)} onDone={onDone} /> : null}
    </>
  )
}

function MoveDialog({ pilot, move, day, onClose, onDone }: Props & { move: Transition; onClose: () => void }) {
  const translate = useTranslate()
  const asks = contract.machines.Pilot?.find((candidate) => candidate.key === move.key)?.asks ?? []
  const questions = asks.map(
    ({ name, kind }): Question => ({
      name,
      label: translate(`resources.pilots.fields.${name}`, { _: translate('resources.pilotTransitions.fields.reason') }),
      type: kind === 'day' ? 'date' : 'longText',
      initial: kind === 'day' ? (day ?? '') : '',
    }),
  )
  const make = async (input: Readonly<Record<string, string>>) => {
    await ask(transition, { id: pilot.id, version: pilot.version, key: move.key, input })
    onClose()
    onDone()
  }
  const deed = translate(`moves.Pilot.${move.key}`)
  return (
    <DialogForm title={translate('pilot.moveTitle', { move: deed, title: pilot.title })} questions={questions} deed={deed} onClose={onClose} onSubmit={make} />
  )
}

function PlanDialog({ pilot, onClose, onDone }: { pilot: PilotFacts; onClose: () => void; onDone: () => void }) {
  const translate = useTranslate()
  const plan = presentPlan(pilot)
  const label = (name: string) => translate(`resources.pilotPlans.fields.${name}`)
  const questions: Question[] = [
    { name: 'startsOn', label: label('startsOn'), type: 'date', initial: plan?.startsOn ?? '' },
    { name: 'endsOn', label: label('endsOn'), type: 'date', initial: plan?.endsOn ?? '' },
    { name: 'reason', label: label('reason'), type: 'longText' },
  ]
  const save = async ({ startsOn, endsOn, reason }: Readonly<Record<string, string>>) => {
    await ask(replan, { id: pilot.id, version: pilot.version, startsOn: startsOn || null, endsOn: endsOn || null, reason: reason || null })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate('pilot.replanTitle', { title: pilot.title })}
      text={translate('pilot.replanText')}
      questions={questions}
      deed={translate('ra.action.save')}
      onClose={onClose}
      onSubmit={save}
    />
  )
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

const track = ['PLANNED', 'RUNNING', 'COMPLETED', 'EVALUATED'] as const

/** Where the pilot is on its way, and what the next moves need. */
export function StateTrack({ pilot }: { pilot: PilotFacts }) {
  const translate = useTranslate()
  const plan = presentPlan(pilot)
  const off = pilot.status !== null && !track.includes(pilot.status as (typeof track)[number])
  const states = off ? [...track.slice(0, 1), pilot.status as string, ...track.slice(pilot.status === 'SUSPENDED' ? 1 : 4)] : [...track]
  const at = states.indexOf(pilot.status ?? '')
  const since = (state: string): string | null => {
    if (state === 'RUNNING' && at >= states.indexOf('RUNNING') && pilot.startedOn) return translate('pilot.since', { day: dayText(pilot.startedOn) })
    if (state === 'COMPLETED' && pilot.endedOn) return dayText(pilot.endedOn)
    return state === 'COMPLETED' && plan?.endsOn ? translate('pilot.by', { day: dayText(plan.endsOn) }) : null
  }
  const needs = pilot.availableTransitions.filter((move) => !move.allowed && move.reason && move.reason !== 'NOT_YOURS' && move.reason !== 'NOT_OFFERED')
  return (
    <Box sx={{ mb: 3 }}>
      <Box
        component="ol"
        aria-label={translate('pilot.track')}
        sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 0, m: 0 }}
      >
        {states.map((state, index) => {
          const Icon = (index > at ? statusIcons.PLANNED : index < at ? statusIcons.COMPLETED : statusIcons[state]) ?? InfoOutlined
          const present = index === at
          return (
            <Box component="li" key={state} aria-current={present ? 'step' : undefined} sx={stepSx}>
              <Box component="span" sx={present ? presentSx : { ...stateSx, color: 'text.secondary' }}>
                <Icon aria-hidden sx={{ fontSize: 16, color: present && state === 'SUSPENDED' ? 'warning.main' : 'inherit' }} />
                {translate(`enums.PilotStatus.${state}`)} {since(state)}
              </Box>
            </Box>
          )
        })}
      </Box>
      {pilot.status === null ? <em>{translate('pilot.statusUnknown')}</em> : null}
      {needs.map((move) => (
        <Typography key={move.key} variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mt: 0.5 }}>
          <InfoOutlined aria-hidden sx={{ fontSize: 16 }} />
          {translate('pilot.toMove', { move: translate(`moves.Pilot.${move.key}`) })} {translate(`reasons.${move.reason}`)}
        </Typography>
      ))}
    </Box>
  )
}
