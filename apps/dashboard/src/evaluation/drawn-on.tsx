import AddOutlined from '@mui/icons-material/AddOutlined'
import { Box, Button, Link, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ask } from '../api/graphql'
import { Section } from '../kit/page'
import { Status } from '../kit/status'
import { releasePilotDocument } from './evaluation.graphql'
import type { PlanFacts } from './evaluation-data'
import { givenTo } from './given-to'

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** The pilots that an evaluation judges. */
export function Subjects({ plan, onDone }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const remove = (id: string, version: number) =>
    ask(releasePilotDocument, { id, version }).then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
  return (
    <Lines plural="evaluationSubjects" plan={plan} none={translate('evaluation.noSubjects')} count={plan.subjects.nodes.length}>
      {plan.subjects.nodes.map(({ id, version, pilot }) => (
        <Box component="li" key={id} sx={lineSx}>
          {pilot ? (
            <Link component={RouterLink} to={`/pilots/${pilot.id}/show`} sx={{ fontSize: 14 }}>
              {pilot.title}
            </Link>
          ) : (
            <em>{translate('record.hidden')}</em>
          )}
          {pilot ? <Status status={pilot.status} /> : null}
          <span>{pilot?.partner?.shortName}</span>
          {plan.can.update.allowed ? (
            <Button size="small" onClick={() => remove(id, version)} aria-label={translate('evaluation.releaseOne', { name: pilot?.title ?? '' })}>
              {translate('evaluation.release')}
            </Button>
          ) : null}
        </Box>
      ))}
    </Lines>
  )
}

/** The indicators whose measurements an evaluation draws on, and what they are held against. */
export function DrawnOn({ plan }: Pick<Props, 'plan'>) {
  const translate = useTranslate()
  return (
    <Lines plural="evaluationIndicators" plan={plan} none={translate('evaluation.noIndicators')} count={plan.indicators.nodes.length}>
      {plan.indicators.nodes.map(({ id, indicator, comparison }) => (
        <Box component="li" key={id} sx={lineSx}>
          {indicator ? (
            <Link component={RouterLink} to={`/indicators/${indicator.id}/show`} sx={{ fontSize: 14 }}>
              {indicator.title}
            </Link>
          ) : (
            <em>{translate('record.hidden')}</em>
          )}
          <span>{indicator?.pilot?.title}</span>
          {comparison ? (
            <Typography variant="body2" color="textSecondary">{`${translate('resources.evaluationIndicators.fields.comparison')}: ${comparison}`}</Typography>
          ) : null}
        </Box>
      ))}
    </Lines>
  )
}

const lineSx = { py: 0.75, borderBottom: '1px solid var(--line)', display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, fontSize: 13 } as const

interface LinesProps {
  readonly plural: string
  readonly plan: PlanFacts
  readonly none: string
  readonly count: number
  readonly children: ReactNode
}

function Lines({ plural, plan, none, count, children }: LinesProps) {
  const translate = useTranslate()
  return (
    <Section
      title={translate(`resources.${plural}.name`, { smart_count: 2 })}
      actions={
        plan.can.update.allowed ? (
          <Button component={RouterLink} to={givenTo(plural, plan)} size="small" startIcon={<AddOutlined />}>
            {translate('list.add', { name: translate(`resources.${plural}.name`, { smart_count: 1 }) })}
          </Button>
        ) : null
      }
    >
      {count === 0 ? <Typography variant="body2">{none}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {children}
      </Box>
    </Section>
  )
}
