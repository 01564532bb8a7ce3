import { Box, Link } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { Status } from '../kit/status'
import type { PageProps } from '../records/room'
import { pilotEvaluationsDocument } from './evaluation.graphql'

/** The evaluations that judge a pilot. */
export default function PilotEvaluations({ record: { id } }: PageProps) {
  const translate = useTranslate()
  const { data } = useAnswer(pilotEvaluationsDocument, { id: String(id) })
  const evaluations = data?.evaluationSubjects.nodes ?? []
  if (evaluations.length === 0) return null
  return (
    <Section title={translate('resources.evaluationPlans.name', { smart_count: 2 })}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {evaluations.map(({ id: subject, plan }) =>
          plan ? (
            <Box
              component="li"
              key={subject}
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
