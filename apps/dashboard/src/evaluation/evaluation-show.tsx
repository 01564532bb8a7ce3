import { Typography } from '@mui/material'
import { useRefresh, useTranslate } from 'react-admin'
import { Failed, Loading } from '../kit/loading'
import { Columns, Page, PageHead, Section } from '../kit/page'
import { HistoryList } from '../records/history'
import { Facts, PlainMoves, RecordPage } from '../records/record-show'
import type { PageProps } from '../records/room'
import { Criteria } from './criteria'
import { DrawnOn, Subjects } from './drawn-on'
import { Effects } from './effects'
import { isOpened, type PlanFacts } from './evaluation-data'
import { Evaluators } from './evaluators'
import { Findings, Lessons } from './findings'
import { PlanMoves } from './plan-moves'
import { PlanTrack } from './plan-track'
import { Recommendations } from './recommendations'
import { Results } from './results'
import { standingOf } from './standing'
import { useEvaluation } from './use-evaluation'

/** An evaluation's page: how it stands, its moves, what is judged by whom, and what came of it. */
export default function EvaluationShow() {
  return <RecordPage page={EvaluationPage} />
}

/** Fields that the page shows elsewhere, or whose figures stand in the results. */
const elsewhere = [
  ...['title', 'status', 'openedAt', 'publishedAt', 'wentOnBecause', 'agreementMeasure', 'agreement', 'agreementLow', 'agreementHigh', 'agreementReading'],
  ...['weightSum', 'overall', 'judgedShare', 'awaited', 'judgements', 'weightsDecidedBy'],
]

function EvaluationPage({ record, facts }: PageProps) {
  const translate = useTranslate()
  const refresh = useRefresh()
  const { data: plan, error, isPending, refetch } = useEvaluation(String(record.id))
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending || !plan) return <Loading />
  const done = () => {
    void refetch()
    refresh()
  }
  const method = isOpened(plan) ? [] : ['agreementSeed', 'methodVersion']
  const revision = plan.revision > 1 ? [] : ['supersedes', 'revisionReason']
  return (
    <Page>
      <PageHead
        title={plan.title}
        crumbs={[{ text: translate('resources.evaluationPlans.name', { smart_count: 2 }), to: '/evaluationPlans' }]}
        sentence={plan.archivedAt ? translate('record.archived') : standingOf(plan, translate)}
        actions={
          <>
            <PlanMoves plan={plan} onDone={done} />
            {plan.status === 'DRAFT' ? <PlainMoves facts={facts} record={record} /> : null}
          </>
        }
      />
      <PlanTrack plan={plan} />
      <Columns
        main={<Content plan={plan} onDone={done} />}
        side={
          <>
            <Subjects plan={plan} onDone={done} />
            <Evaluators plan={plan} onDone={done} />
            <Section title={translate('record.facts')}>
              <Facts facts={facts} record={record} without={[...elsewhere, ...method, ...revision]} />
            </Section>
            <DrawnOn plan={plan} />
            <PastMoves plan={plan} />
          </>
        }
      />
    </Page>
  )
}

function Content({ plan, onDone }: { plan: PlanFacts; onDone: () => void }) {
  const translate = useTranslate()
  return (
    <>
      {isOpened(plan) ? <Results plan={plan} onDone={onDone} /> : null}
      {plan.status === 'SCORING' ? (
        <Typography variant="body2" sx={{ mb: 3 }}>
          {translate('scoring.blind')}
        </Typography>
      ) : null}
      <Findings plan={plan} />
      <Effects plan={plan} onDone={onDone} />
      <Lessons plan={plan} />
      <Recommendations plan={plan} onDone={onDone} />
      <Criteria plan={plan} onDone={onDone} />
    </>
  )
}

/** The moves that were made, newest first, with their reasons. */
function PastMoves({ plan }: { plan: PlanFacts }) {
  const translate = useTranslate()
  const items = plan.transitions.nodes.map(({ id, key, reason, recordedAt, recordedBy }) => ({
    id,
    at: recordedAt,
    by: recordedBy?.displayName ?? null,
    text: `${translate(`moves.EvaluationPlan.${key}`)}${reason ? `: ${reason}` : ''}`,
  }))
  return <HistoryList items={items.sort((a, b) => b.at.localeCompare(a.at))} isCut={false} />
}
