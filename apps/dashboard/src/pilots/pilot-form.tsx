import { type RaRecord, useNotify, useTranslate } from 'react-admin'
import { recordOf } from '../api/contract'
import { ask } from '../api/graphql'
import RecordCreate from '../records/record-create'
import { RecordInputs } from '../records/record-inputs'
import { TypedInput } from '../records/typed-input'
import { replanPilotDocument } from './pilot.graphql'

const days = ['startsOn', 'endsOn'] as const

/** A new pilot, with its first plan. */
export default function PilotCreate() {
  const notify = useNotify()
  const plan = async ({ id, version }: RaRecord, typed: Readonly<Record<string, unknown>>) => {
    const [startsOn, endsOn] = days.map((day) => (typeof typed[day] === 'string' ? typed[day] : null))
    if (!startsOn && !endsOn) return
    // The pilot stands: a plan that is refused is said, and given on its page.
    await ask(replanPilotDocument, { id: String(id), version: Number(version), startsOn, endsOn, reason: null }).catch((error: Error) =>
      notify(error.message, { type: 'error' }),
    )
  }
  return (
    <RecordCreate after={plan}>
      <RecordInputs record={recordOf('pilots')} mode="create" beside={{ when: <FirstPlan /> }} />
    </RecordCreate>
  )
}

/** When it is to begin and end. */
function FirstPlan() {
  const translate = useTranslate()
  return days.map((day) => (
    <TypedInput
      key={day}
      kind="day"
      source={day}
      label={translate(`resources.pilotPlans.fields.${day}`)}
      helperText={day === 'startsOn' && translate('pilot.firstPlan')}
      isRequired={false}
      disabled={false}
    />
  ))
}
