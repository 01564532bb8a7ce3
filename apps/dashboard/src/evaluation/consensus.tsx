import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { dataProvider } from '../api/data-provider'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { type CriterionFacts, type NoteFacts, type PlanFacts, writesResults } from './evaluation-data'

interface Props {
  readonly plan: PlanFacts
  readonly criterion: CriterionFacts
  readonly onDone: () => void
}

/** What the evaluators say together of a criterion; where they disagree and have not said it yet, it is asked for. */
export function Consensus({ plan, criterion, onDone }: Props) {
  const translate = useTranslate()
  const [writing, setWriting] = useState(false)
  const note = plan.consensusNotes.nodes.find((candidate) => candidate.criterion?.id === criterion.id)
  const writes = writesResults(plan) && (criterion.disagrees || note)
  if (!note && !criterion.disagrees) return null
  return (
    <Box sx={{ mt: 0.5, fontSize: 13 }}>
      {note ? (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          <strong>{translate('resources.consensusNotes.name', { smart_count: 1 })}</strong>: {note.text}
          {note.agreedMark === null ? null : ` ${translate('evaluation.agreedMark', { mark: note.agreedMark })}`}
        </Typography>
      ) : (
        <Typography variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: 'warning.main' }}>
          <HelpOutlineOutlined aria-hidden sx={{ fontSize: 16 }} />
          {translate('evaluation.disagree', { threshold: plan.disagreementThreshold })}
        </Typography>
      )}
      {writes ? (
        <Button
          size="small"
          variant={note ? 'text' : 'outlined'}
          onClick={() => setWriting(true)}
          sx={{ mt: 0.5 }}
          aria-label={translate('evaluation.noteOf', { title: criterion.title })}
        >
          {translate('evaluation.writeNote')}
        </Button>
      ) : null}
      {writing ? <NoteDialog plan={plan} criterion={criterion} note={note} onClose={() => setWriting(false)} onDone={onDone} /> : null}
    </Box>
  )
}

function NoteDialog({ plan, criterion, note, onClose, onDone }: Props & { note: NoteFacts | undefined; onClose: () => void }) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.consensusNotes.fields.${name}`)
  const questions: Question<'text' | 'agreedMark'>[] = [
    { name: 'text', label: label('text'), type: 'longText', initial: note?.text ?? '', help: translate('resources.consensusNotes.help.text'), required: true },
    {
      name: 'agreedMark',
      label: label('agreedMark'),
      initial: note?.agreedMark === null || note === undefined ? '' : String(note.agreedMark),
      help: translate('resources.consensusNotes.help.agreedMark'),
      choices: [1, 2, 3, 4, 5].map((mark) => ({ id: String(mark), name: String(mark) })),
    },
  ]
  const save = async ({ text, agreedMark }: Answers<'text' | 'agreedMark'>) => {
    const data = { projectId: plan.project?.id, planId: plan.id, criterionId: criterion.id, text, agreedMark: agreedMark ? Number(agreedMark) : null }
    if (note) await dataProvider.update('consensusNotes', { id: note.id, data: { ...data, version: note.version }, previousData: note })
    else await dataProvider.create('consensusNotes', { data })
    onClose()
    onDone()
  }
  return (
    <DialogForm
      title={translate('evaluation.noteOf', { title: criterion.title })}
      text={translate('evaluation.noteText')}
      questions={questions}
      deed={translate('ra.action.save')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
