import { Box, TableCell, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { numberText, percentText } from '../kit/format'
import { Section, WideTable } from '../kit/page'
import { Consensus } from './consensus'
import { CriterionRange, RangeLegend } from './criterion-range'
import type { CriterionFacts, PlanFacts } from './evaluation-data'
import { GivenMarks } from './given-marks'
import { abstentionText, agreementFigure, agreementText, asSentence, criterionText, overallText } from './standing'

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** What came of the marks: overall, agreement, and each criterion with its spread, as drawings or as a table. */
export function Results({ plan, onDone }: Props) {
  const translate = useTranslate()
  const [view, setView] = useState<'charts' | 'table'>('charts')
  return (
    <Section
      title={translate('evaluation.results')}
      actions={
        <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, next) => next && setView(next)} aria-label={translate('evaluation.view')}>
          <ToggleButton value="charts">{translate('pilot.charts')}</ToggleButton>
          <ToggleButton value="table">{translate('pilot.table')}</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <Agreement plan={plan} />
      {view === 'charts' ? <Ranges plan={plan} onDone={onDone} /> : <Figures plan={plan} />}
    </Section>
  )
}

/** Overall mark and agreement in words, with the figure and its interval behind. */
function Agreement({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  const figure = agreementFigure(plan, translate)
  return (
    <Box sx={{ mb: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{asSentence(overallText(plan, translate))}</Typography>
      <Typography>
        {agreementText(plan, translate)}
        {figure ? <Typography component="span" variant="body2" color="textSecondary">{` (${figure})`}</Typography> : null}
      </Typography>
    </Box>
  )
}

const marksOf = (plan: PlanFacts, criterion: CriterionFacts): number[] =>
  plan.scores.nodes.flatMap(({ criterion: of, mark, openedAt }) => (of?.id === criterion.id && openedAt && mark !== null ? [mark] : []))

function Ranges({ plan, onDone }: Props) {
  const translate = useTranslate()
  return (
    <>
      <RangeLegend />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {plan.criteria.nodes.map((criterion) => (
          <Box component="li" key={criterion.id} sx={{ py: 1.25, borderBottom: '1px solid var(--line)' }}>
            <Box
              sx={{
                display: 'grid',
                gridTemplateColumns: { xs: '1fr', sm: 'minmax(140px, 1fr) minmax(160px, 320px) minmax(160px, 1.2fr)' },
                columnGap: 2,
                alignItems: 'center',
              }}
            >
              <Box sx={{ fontWeight: 600, fontSize: 13 }}>{criterion.title}</Box>
              <CriterionRange criterion={criterion} given={marksOf(plan, criterion)} finding={`${criterion.title}: ${criterionText(criterion, translate)}`} />
              <Typography variant="body2">{criterionText(criterion, translate)}</Typography>
            </Box>
            <GivenMarks plan={plan} criterion={criterion} />
            <Consensus plan={plan} criterion={criterion} onDone={onDone} />
          </Box>
        ))}
      </Box>
    </>
  )
}

/** The same figures as a table. */
function Figures({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.criteria.fields.${name}`)
  const right = (name: string) => ({ text: label(name), right: true })
  const figure = (value: number | null) => (value === null ? '–' : numberText(value))
  const head = [
    translate('resources.criteria.name', { smart_count: 1 }),
    ...['weight', 'mean', 'spread', 'lowest', 'highest', 'marks'].map(right),
    translate('evaluation.withoutMark'),
  ]
  return (
    <WideTable label={translate('evaluation.results')} framed head={head}>
      {plan.criteria.nodes.map((criterion) => (
        <TableRow key={criterion.id}>
          <TableCell component="th" scope="row">
            {criterion.title}
          </TableCell>
          <TableCell align="right">{percentText(criterion.weight, 1)}</TableCell>
          {(['mean', 'spread', 'lowest', 'highest', 'marks'] as const).map((name) => (
            <TableCell key={name} align="right">
              {figure(criterion[name])}
            </TableCell>
          ))}
          <TableCell>{abstentionText(criterion, translate) || '–'}</TableCell>
        </TableRow>
      ))}
    </WideTable>
  )
}
