import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { AskedButton } from '../kit/asked-button'
import { Section } from '../kit/page'
import { type Answers, DialogForm } from '../kit/questions'
import { assignEvaluatorDocument, declareConflictDocument, possibleEvaluatorsDocument, releaseEvaluatorDocument } from './evaluation.graphql'
import type { PlanFacts, Seat } from './evaluation-data'
import { seatText } from './standing'

interface Props {
  readonly plan: PlanFacts
  readonly onDone: () => void
}

/** Who judges: handed in, awaited, kept out by a conflict of interest, or left out; with what this person may do about it. */
export function Evaluators({ plan, onDone }: Props) {
  const translate = useTranslate()
  const [assigning, setAssigning] = useState(false)
  return (
    <Section
      title={translate('resources.evaluators.name', { smart_count: 2 })}
      actions={
        plan.can.update.allowed ? (
          <Button size="small" onClick={() => setAssigning(true)}>
            {translate('evaluation.assign')}
          </Button>
        ) : null
      }
    >
      {plan.evaluators.nodes.length === 0 ? <Typography variant="body2">{translate('evaluation.noEvaluators')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {plan.evaluators.nodes.map((seat) => (
          <SeatLine key={seat.id} seat={seat} plan={plan} onDone={onDone} />
        ))}
      </Box>
      {plan.wentOnBecause ? (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {translate('evaluation.wentOn', { reason: plan.wentOnBecause })}
        </Typography>
      ) : null}
      {assigning ? <AssignDialog plan={plan} onClose={() => setAssigning(false)} onDone={onDone} /> : null}
    </Section>
  )
}

function iconOf(seat: Seat): typeof PersonOutlined {
  if (seat.conflictDeclaredAt || seat.leftOutAt) return BlockOutlined
  return seat.handedInAt ? CheckCircleOutlined : HourglassEmptyOutlined
}

function SeatLine({ seat, plan, onDone }: Props & { seat: Seat }) {
  const translate = useTranslate()
  const [declaring, setDeclaring] = useState(false)
  const Icon = plan.status === 'DRAFT' && !seat.conflictDeclaredAt ? PersonOutlined : iconOf(seat)
  const name = seat.user?.displayName ?? translate('app.unknown')
  const remove = () => ask(releaseEvaluatorDocument, { id: seat.id, version: seat.version }).then(onDone)
  return (
    <Box component="li" sx={{ py: 1, borderBottom: '1px solid var(--line)', fontSize: 13 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, flexWrap: 'wrap' }}>
        <Icon aria-hidden sx={{ fontSize: 16 }} />
        <Box component="span" sx={{ fontWeight: 600 }}>
          {name}
        </Box>
        <span>{seatText(seat, plan, translate)}</span>
      </Box>
      {seat.conflict ? (
        <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
          {seat.conflict}
        </Typography>
      ) : null}
      {seat.can.declareConflict.allowed ? (
        <Button size="small" onClick={() => setDeclaring(true)}>
          {translate('evaluation.declare')}
        </Button>
      ) : null}
      {seat.can.delete.allowed ? (
        <AskedButton
          size="small"
          deed={translate('evaluation.release')}
          label={translate('evaluation.releaseOne', { name })}
          title={translate('evaluation.releaseOne', { name })}
          text={translate('evaluation.releaseText', { name })}
          onDeed={remove}
        />
      ) : null}
      {declaring ? <ConflictDialog seat={seat} onClose={() => setDeclaring(false)} onDone={onDone} /> : null}
    </Box>
  )
}

function ConflictDialog({ seat, onClose, onDone }: { seat: Seat; onClose: () => void; onDone: () => void }) {
  const translate = useTranslate()
  const save = async ({ text }: Answers<'text'>) => {
    await ask(declareConflictDocument, { id: seat.id, version: seat.version, text })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate('evaluation.declareTitle')}
      text={translate('evaluation.declareText')}
      questions={[{ name: 'text', label: translate('resources.evaluators.fields.conflict'), type: 'longText', required: true }]}
      deed={translate('evaluation.declareDeed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}

function AssignDialog({ plan, onClose, onDone }: Props & { onClose: () => void }) {
  const translate = useTranslate()
  const project = plan.project?.id
  const { data } = useAnswer(possibleEvaluatorsDocument, project ? { project } : null)
  const seated = new Set(plan.evaluators.nodes.map(({ user }) => user?.id))
  const choices = (data?.memberships.nodes ?? []).flatMap(({ user }) => (user && !seated.has(user.id) ? [{ id: user.id, name: user.displayName }] : []))
  const save = async ({ userId }: Answers<'userId'>) => {
    await ask(assignEvaluatorDocument, { planId: plan.id, userId })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate('evaluation.assignTitle')}
      text={translate('evaluation.assignText')}
      questions={[{ name: 'userId', label: translate('resources.evaluators.fields.user'), required: true, choices }]}
      deed={translate('evaluation.assignDeed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
