import HowToVoteOutlined from '@mui/icons-material/HowToVoteOutlined'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import { ask } from '../api/graphql'
import { useViewer } from '../api/session'
import { type Answers, DialogForm } from '../kit/questions'
import { MachineMoves } from '../records/machine-moves'
import { moveEvaluationDocument, reviseEvaluationDocument } from './evaluation.graphql'
import { isOpened, type PlanFacts, seatOf } from './evaluation-data'

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** What this person may do with an evaluation as a whole: its moves, a revision, the report, and giving marks. */
export function PlanMoves({ plan, onDone }: Props) {
  const translate = useTranslate()
  const [revising, setRevising] = useState(false)
  const seat = seatOf(plan, useViewer()?.id)
  return (
    <>
      <MachineMoves
        machine="EvaluationPlan"
        document={moveEvaluationDocument}
        record={plan}
        day={null}
        texts={{ START_SCORING: translate('evaluation.freezeText'), OPEN: translate('evaluation.openText'), PUBLISH: translate('evaluation.publishText') }}
        onDone={onDone}
      />
      {plan.can.revise.allowed ? (
        <Button variant="outlined" onClick={() => setRevising(true)}>
          {translate('evaluation.revise')}
        </Button>
      ) : null}
      {isOpened(plan) ? (
        <Button component={RouterLink} to={`/evaluationPlans/${plan.id}/report`} variant="outlined" startIcon={<PrintOutlined />}>
          {translate('report.open')}
        </Button>
      ) : null}
      {seat && plan.status === 'SCORING' && !seat.conflictDeclaredAt ? (
        <Button component={RouterLink} to={`/evaluationPlans/${plan.id}/score`} variant="contained" startIcon={<HowToVoteOutlined />}>
          {translate(seat.can.handIn.allowed ? 'scoring.open' : 'scoring.look')}
        </Button>
      ) : null}
      {revising ? <ReviseDialog plan={plan} onClose={() => setRevising(false)} /> : null}
    </>
  )
}

function ReviseDialog({ plan, onClose }: { plan: PlanFacts; onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const save = async ({ reason }: Answers<'reason'>) => {
    const { reviseEvaluationPlan } = await ask(reviseEvaluationDocument, { id: plan.id, version: plan.version, reason })
    onClose()
    if (reviseEvaluationPlan) navigate(`/evaluationPlans/${reviseEvaluationPlan.id}/show`)
  }
  return (
    <DialogForm
      title={translate('evaluation.reviseTitle', { title: plan.title })}
      text={translate('evaluation.reviseText')}
      questions={[{ name: 'reason', label: translate('resources.evaluationPlans.fields.revisionReason'), type: 'longText', required: true }]}
      deed={translate('evaluation.reviseDeed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
