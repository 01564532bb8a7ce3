import AddOutlined from '@mui/icons-material/AddOutlined'
import { Box, Button, Link, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Section } from '../kit/page'
import { type PlanFacts, writesResults } from './evaluation-data'
import { givenTo } from './given-to'

/** What an evaluation found, each with how well it is shown. */
export function Findings({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  return (
    <Written plural="findings" plan={plan}>
      {plan.findings.nodes.map(({ id, title, text, strength, criterion }) => (
        <Line key={id} plural="findings" id={id} title={title} text={text}>
          {[criterion?.title, translate(`enums.EvidenceStrength.${strength}`)].filter(Boolean).join(' · ')}
        </Line>
      ))}
    </Written>
  )
}

/** What others should take from it, and who. */
export function Lessons({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  return (
    <Written plural="lessons" plan={plan}>
      {plan.lessons.nodes.map(({ id, title, text, forWhom }) => (
        <Line key={id} plural="lessons" id={id} title={title} text={text}>
          {`${translate('resources.lessons.fields.forWhom')}: ${forWhom}`}
        </Line>
      ))}
    </Written>
  )
}

interface WrittenProps {
  readonly plural: 'findings' | 'lessons' | 'recommendations'
  readonly plan: PlanFacts
  readonly children: ReactNode
}

/** A list of what is written of an evaluation, with a way to add while its results are written. */
export function Written({ plural, plan, children }: WrittenProps) {
  const translate = useTranslate()
  const writes = writesResults(plan)
  if (plan[plural].nodes.length === 0 && !writes) return null
  return (
    <Section
      title={translate(`resources.${plural}.name`, { smart_count: 2 })}
      actions={
        writes ? (
          <Button component={RouterLink} to={givenTo(plural, plan)} size="small" startIcon={<AddOutlined />}>
            {translate('list.add', { name: translate(`resources.${plural}.name`, { smart_count: 1 }) })}
          </Button>
        ) : null
      }
    >
      {plan[plural].nodes.length === 0 ? <Typography variant="body2">{translate('list.none')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {children}
      </Box>
    </Section>
  )
}

interface LineProps {
  readonly plural: string
  readonly id: string
  readonly title: string
  readonly text: string | null
  readonly children: ReactNode
}

/** One thing that is written: its sentence, more about it, and what is said of it. */
export const Line = ({ plural, id, title, text, children }: LineProps) => (
  <Box component="li" sx={{ py: 1, borderBottom: '1px solid var(--line)', overflowWrap: 'anywhere' }}>
    <Link component={RouterLink} to={`/${plural}/${id}/show`} sx={{ fontWeight: 600 }}>
      {title}
    </Link>
    {text ? (
      <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
        {text}
      </Typography>
    ) : null}
    <Typography component="div" variant="body2" color="textSecondary">
      {children}
    </Typography>
  </Box>
)
