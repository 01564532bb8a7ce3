import LockOutlined from '@mui/icons-material/LockOutlined'
import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayText } from '../kit/format'
import { reasonText, StateTrack } from '../records/state-track'
import type { PlanFacts } from './evaluation-data'

const way = ['DRAFT', 'SCORING', 'OPENED', 'CONCLUDED', 'PUBLISHED'] as const

/** Where an evaluation is on its way, why further moves are not open, and why its plan can no longer be changed. */
export function PlanTrack({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  const note = (state: string) => {
    if (state === 'SCORING' && plan.status === 'SCORING' && plan.scoringUntil) return translate('evaluation.until', { day: dayText(plan.scoringUntil) })
    if (state === 'OPENED' && plan.openedAt) return dayText(plan.openedAt.slice(0, 10))
    return state === 'PUBLISHED' && plan.publishedAt ? dayText(plan.publishedAt.slice(0, 10)) : null
  }
  const states = plan.status === 'SUPERSEDED' ? ['DRAFT', 'SUPERSEDED'] : way
  return (
    <StateTrack
      label={translate('evaluation.track')}
      states={states.map((key) => ({ key, text: translate(`enums.EvaluationStatus.${key}`), note: note(key) }))}
      present={plan.status}
      machine="EvaluationPlan"
      refused={plan.availableTransitions.filter((move) => !move.allowed && move.reason && move.reason !== 'NOT_OFFERED' && move.by !== 'NOBODY')}
    >
      {plan.can.update.reason === 'PLAN_FROZEN' || plan.can.revise.allowed ? (
        <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mt: 0.5 }}>
          <LockOutlined aria-hidden sx={{ fontSize: 16 }} />
          {reasonText({ reason: 'PLAN_FROZEN', by: '' }, translate)}
        </Typography>
      ) : null}
    </StateTrack>
  )
}
