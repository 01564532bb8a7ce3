import AlarmOutlined from '@mui/icons-material/AlarmOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { choiceOf, enumValues } from '../api/contract'
import { ask } from '../api/graphql'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { answerText } from './answer-text'
import { respondToRecommendationDocument } from './evaluation.graphql'
import type { PlanFacts, RecommendationFacts } from './evaluation-data'
import { Line, Written } from './findings'

/** What partners are asked to do, and what each answers. */
export function Recommendations({ plan, onDone }: { plan: PlanFacts; onDone: () => void }) {
  return (
    <Written plural="recommendations" plan={plan}>
      {plan.recommendations.nodes.map((recommendation) => (
        <Line key={recommendation.id} plural="recommendations" id={recommendation.id} title={recommendation.title} text={recommendation.text}>
          <GivenAnswer recommendation={recommendation} onDone={onDone} />
        </Line>
      ))}
    </Written>
  )
}

function GivenAnswer({ recommendation, onDone }: { recommendation: RecommendationFacts; onDone: () => void }) {
  const translate = useTranslate()
  const [answering, setAnswering] = useState(false)
  const Icon = recommendation.overdue ? AlarmOutlined : HourglassEmptyOutlined
  return (
    <>
      <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: recommendation.overdue ? 'error.main' : 'inherit' }}>
        {recommendation.overdue || !recommendation.response ? <Icon aria-hidden sx={{ fontSize: 16 }} /> : null}
        <span>
          {answerText(recommendation, translate)} {recommendation.overdue ? translate('evaluation.overdue') : null}
        </span>
      </Box>
      {recommendation.can.respond.allowed ? (
        <Button
          size="small"
          variant="outlined"
          onClick={() => setAnswering(true)}
          sx={{ mt: 0.5 }}
          aria-label={translate('evaluation.answerTo', { title: recommendation.title })}
        >
          {translate(recommendation.response ? 'evaluation.answerAnew' : 'evaluation.answer')}
        </Button>
      ) : null}
      {answering ? <AnswerDialog recommendation={recommendation} onClose={() => setAnswering(false)} onDone={onDone} /> : null}
    </>
  )
}

interface DialogProps {
  readonly recommendation: RecommendationFacts
  readonly onClose: () => void
  readonly onDone: () => void
}

type Asked = 'response' | 'text' | 'dueOn' | 'doneOn'

function AnswerDialog({ recommendation, onClose, onDone }: DialogProps) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.recommendations.fields.${name}`)
  const choices = enumValues('RecommendationResponse').map((id) => ({ id, name: translate(`enums.RecommendationResponse.${id}`) }))
  const questions: Question<Asked>[] = [
    { name: 'response', label: label('response'), choices, required: true, initial: recommendation.response ?? '' },
    { name: 'text', label: label('responseText'), type: 'longText', initial: recommendation.responseText ?? '', help: translate('evaluation.answerHelp') },
    { name: 'dueOn', label: label('responseDueOn'), type: 'date', initial: recommendation.responseDueOn ?? '' },
    { name: 'doneOn', label: label('doneOn'), type: 'date', initial: recommendation.doneOn ?? '' },
  ]
  const save = async ({ response, text, dueOn, doneOn }: Answers<Asked>) => {
    const answer = { response: choiceOf('RecommendationResponse', response), text: text || null, dueOn: dueOn || null, doneOn: doneOn || null }
    await ask(respondToRecommendationDocument, { id: recommendation.id, version: recommendation.version, ...answer })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate('evaluation.answerTo', { title: recommendation.title })}
      questions={questions}
      deed={translate('evaluation.answerDeed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
