import AddOutlined from '@mui/icons-material/AddOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button, Link, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ask } from '../api/graphql'
import { numberText, percentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { addUsualCriteriaDocument } from './evaluation.graphql'
import { type CriterionFacts, type PlanFacts, rubricOf } from './evaluation-data'
import { givenTo } from './given-to'

const usual = 6

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** What is judged: question, weight, and what each mark means, unfolded on demand. */
export function Criteria({ plan, onDone }: Props) {
  const translate = useTranslate()
  const criteria = plan.criteria.nodes
  const drafts = plan.can.update.allowed
  const head = [
    translate('resources.criteria.name', { smart_count: 1 }),
    { text: translate('resources.criteria.fields.weight'), right: true },
    { text: translate('evaluation.rubric'), minWidth: 220 },
  ]
  return (
    <Section title={translate('resources.criteria.name', { smart_count: 2 })} actions={drafts ? <Adding plan={plan} onDone={onDone} /> : null}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {criteria.length === 0 ? translate('evaluation.noCriteria') : weightsText(plan, translate)}
      </Typography>
      {criteria.length === 0 ? null : (
        <WideTable label={translate('resources.criteria.name', { smart_count: 2 })} head={head}>
          {criteria.map((criterion) => (
            <Row key={criterion.id} criterion={criterion} drafts={drafts} />
          ))}
        </WideTable>
      )}
    </Section>
  )
}

/** What the weights come to, and who decided them. */
function weightsText({ weightSum, weightsDecidedBy, criteria }: PlanFacts, translate: ReturnType<typeof useTranslate>): string {
  const equal = new Set(criteria.nodes.map(({ weight }) => weight)).size === 1
  const sum = equal ? translate('evaluation.weightsEqual') : translate('evaluation.weightsSum', { sum: numberText(weightSum) })
  return `${sum} ${translate('evaluation.decidedBy', { who: weightsDecidedBy ?? translate('app.unknown') })}`
}

function Row({ criterion, drafts }: { criterion: CriterionFacts; drafts: boolean }) {
  const translate = useTranslate()
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell component="th" scope="row" sx={{ minWidth: 160 }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {criterion.title}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {criterion.question}
        </Typography>
        {drafts ? (
          <Link
            component={RouterLink}
            to={`/criteria/${criterion.id}`}
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, minHeight: 28 }}
            aria-label={`${translate('ra.action.edit')}: ${criterion.title}`}
          >
            <EditOutlined aria-hidden sx={{ fontSize: 16 }} />
            {translate('ra.action.edit')}
          </Link>
        ) : null}
      </TableCell>
      <TableCell align="right">{percentText(criterion.weight, 1)}</TableCell>
      <TableCell>
        <Rubric criterion={criterion} />
      </TableCell>
    </TableRow>
  )
}

function Rubric({ criterion }: { criterion: CriterionFacts }) {
  const translate = useTranslate()
  return (
    <details>
      <Box
        component="summary"
        sx={{ cursor: 'pointer', minHeight: 28, color: 'primary.main' }}
        aria-label={translate('evaluation.rubricOf', { title: criterion.title })}
      >
        {translate('evaluation.rubricOpen')}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {rubricOf(criterion).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </Box>
    </details>
  )
}

/** The six usual criteria at once, or an own one. */
function Adding({ plan, onDone }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const known = plan.criteria.nodes.filter(({ code }) => code !== 'OWN').length
  const add = () => {
    setBusy(true)
    ask(addUsualCriteriaDocument, { id: plan.id })
      .then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
      .finally(() => setBusy(false))
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {known < usual ? (
        <Button size="small" variant="outlined" onClick={add} disabled={busy}>
          {translate('evaluation.addDac')}
        </Button>
      ) : null}
      <Button component={RouterLink} to={givenTo('criteria', plan, { position: plan.criteria.nodes.length + 1 })} size="small" startIcon={<AddOutlined />}>
        {translate('list.add', { name: translate('resources.criteria.name', { smart_count: 1 }) })}
      </Button>
    </Box>
  )
}
