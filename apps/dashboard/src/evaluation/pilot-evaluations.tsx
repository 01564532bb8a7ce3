import { Box, Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Section } from '../kit/page'
import { Status } from '../kit/status'

/** A pilot's evaluations, as its page asks for them. */
export interface PilotEvaluation {
  readonly id: string
  readonly plan: { readonly id: string; readonly title: string; readonly timing: string; readonly status: string } | null
}

/** What the query of the pilot `$id` asks for. */
export const pilotEvaluations = 'evaluations: evaluationSubjects(first: 50, filter: {pilot: {id: {eq: $id}}}) { nodes { id plan { id title timing status } } }'

/** The evaluations that judge a pilot. */
export function PilotEvaluations({ evaluations }: { evaluations: readonly PilotEvaluation[] }) {
  const translate = useTranslate()
  if (evaluations.length === 0) return null
  return (
    <Section title={translate('resources.evaluationPlans.name', { smart_count: 2 })}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {evaluations.map(({ id, plan }) =>
          plan ? (
            <Box
              component="li"
              key={id}
              sx={{ py: 0.75, borderBottom: '1px solid var(--line)', display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: 13 }}
            >
              <Link component={RouterLink} to={`/evaluationPlans/${plan.id}/show`} sx={{ fontSize: 14 }}>
                {plan.title}
              </Link>
              <span>{translate(`enums.EvaluationTiming.${plan.timing}`)}</span>
              <Status status={plan.status} of="EvaluationStatus" />
            </Box>
          ) : null,
        )}
      </Box>
    </Section>
  )
}
