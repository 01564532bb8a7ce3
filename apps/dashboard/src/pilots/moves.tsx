import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { dayText } from '../kit/format'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { MachineMoves } from '../records/machine-moves'
import { StateTrack } from '../records/state-track'
import { movePilotDocument, replanPilotDocument } from './pilot.graphql'
import { type PilotFacts, presentPlan, stoppedBy } from './pilot-data'

interface Props {
  readonly pilot: PilotFacts
  readonly day: string | null
  readonly onDone: () => void
}

/** Buttons of the moves that this person may make from the present state, and of planning anew. */
export function Moves({ pilot, day, onDone }: Props) {
  const translate = useTranslate()
  const [planning, setPlanning] = useState(false)
  const over = ['COMPLETED', 'CANCELLED', 'EVALUATED'].includes(pilot.status ?? '')
  return (
    <>
      {pilot.can.update.allowed && !over ? (
        <Button variant="outlined" onClick={() => setPlanning(true)}>
          {translate(presentPlan(pilot) ? 'pilot.replan' : 'pilot.plan')}
        </Button>
      ) : null}
      <MachineMoves machine="Pilot" document={movePilotDocument} record={pilot} day={day} onDone={onDone} />
      {planning ? <PlanDialog pilot={pilot} onClose={() => setPlanning(false)} onDone={onDone} /> : null}
    </>
  )
}

function PlanDialog({ pilot, onClose, onDone }: { pilot: PilotFacts; onClose: () => void; onDone: () => void }) {
  const translate = useTranslate()
  const plan = presentPlan(pilot)
  const label = (name: string) => translate(`resources.pilotPlans.fields.${name}`)
  const questions: Question<'startsOn' | 'endsOn' | 'reason'>[] = [
    { name: 'startsOn', label: label('startsOn'), type: 'date', initial: plan?.startsOn ?? '' },
    { name: 'endsOn', label: label('endsOn'), type: 'date', initial: plan?.endsOn ?? '' },
    ...(plan ? [{ name: 'reason', label: label('reason'), type: 'longText' } as const] : []),
  ]
  const save = async ({ startsOn, endsOn, reason }: Answers<'startsOn' | 'endsOn' | 'reason'>) => {
    await ask(replanPilotDocument, { id: pilot.id, version: pilot.version, startsOn: startsOn || null, endsOn: endsOn || null, reason: reason || null })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate(plan ? 'pilot.replanTitle' : 'pilot.planTitle', { title: pilot.title })}
      text={plan ? translate('pilot.replanText') : undefined}
      questions={questions}
      deed={translate('ra.action.save')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}

/** Since when and why a pilot is suspended or cancelled. */
function Stopped({ pilot }: { pilot: PilotFacts }) {
  const translate = useTranslate()
  if (pilot.status !== 'SUSPENDED' && pilot.status !== 'CANCELLED') return null
  const move = stoppedBy(pilot)
  const day = move?.onDay ?? move?.recordedAt.slice(0, 10)
  const since = day ? translate('pilot.since', { day: dayText(day) }) : translate('pilot.sinceUnknown')
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {translate(`enums.PilotStatus.${pilot.status}`)} {since}: {move?.reason ?? translate('pilot.reasonUnknown')}
    </Alert>
  )
}

const track = ['PLANNED', 'RUNNING', 'COMPLETED', 'EVALUATED'] as const

/** Where the pilot is on its way, and what the next moves need. */
export function PilotTrack({ pilot }: { pilot: PilotFacts }) {
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
  return (
    <StateTrack
      label={translate('pilot.track')}
      states={states.map((key) => ({ key, text: translate(`enums.PilotStatus.${key}`), note: since(key) }))}
      present={pilot.status}
      machine="Pilot"
      refused={pilot.availableTransitions.filter((move) => !move.allowed && move.reason && move.reason !== 'NOT_YOURS' && move.reason !== 'NOT_OFFERED')}
    >
      {pilot.status === null ? <em>{translate('pilot.statusUnknown')}</em> : null}
      <Stopped pilot={pilot} />
    </StateTrack>
  )
}
