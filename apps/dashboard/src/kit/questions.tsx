import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { type Answers, cleanAnswers, type Faults, firstAnswers, kindOf, type Question, refusalOf, unanswered } from './answers'
import { TypedField } from './typed-field'

export type { Answers, Question } from './answers'

interface Props<Name extends string> {
  readonly title: string
  readonly text?: ReactNode
  readonly questions: readonly Question<Name>[]
  /** The deed, as the button says it; null: there is nothing to send. */
  readonly deed: string | null
  readonly onClose: () => void
  /** Throws a GraphqlError whose faults are shown at their questions. */
  readonly onSubmit: (answers: Answers<Name>) => Promise<void>
}

/** A small form in a dialog: a few questions, one deed, faults at their questions. */
export function DialogForm<Name extends string>({ title, text, questions, deed, onClose, onSubmit }: Props<Name>) {
  const translate = useTranslate()
  const form = useQuestions(questions, onSubmit)
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <form onSubmit={form.submit} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {text ? <Typography component="div">{text}</Typography> : null}
          <Questions questions={questions} form={form} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('app.back')}</Button>
          {deed ? (
            <Button type="submit" variant="contained" disabled={form.busy}>
              {deed}
            </Button>
          ) : null}
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Answers to questions, and what the gateway found wrong with them. */
export function useQuestions<Name extends string>(questions: readonly Question<Name>[], onSubmit: Props<Name>['onSubmit']) {
  const translate = useTranslate()
  const [answers, setAnswers] = useState(() => firstAnswers(questions))
  const [faults, setFaults] = useState<Faults>({})
  const [other, setOther] = useState('')
  const [busy, setBusy] = useState(false)
  /** Says what is wrong, and takes the focus to the first of it. */
  const fault = (found: Faults) => {
    setFaults(found)
    const first = questions.find(({ name }) => found[name])
    if (first) document.getElementById(idOf(first))?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missing = unanswered(questions, answers, translate)
    fault(missing)
    setOther('')
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      await onSubmit(cleanAnswers(questions, answers))
    } catch (error) {
      const refusal = refusalOf(error, questions, translate)
      fault(refusal.faults)
      setOther(refusal.other)
    } finally {
      setBusy(false)
    }
  }
  const setAnswer = (name: string, value: string) => {
    setAnswers((before) => ({ ...before, [name]: value }))
    // What was wrong with the former answer is not wrong with this one.
    setFaults(({ [name]: _, ...rest }) => rest)
  }
  return { answers, setAnswer, faults, other, submit, busy }
}

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly form: ReturnType<typeof useQuestions<string>>
}

/** The inputs of questions with their faults, and what else was wrong. */
export function Questions({ questions, form }: QuestionsProps) {
  const { answers, setAnswer, faults, other } = form
  return (
    <>
      {questions.map((question) => (
        <QuestionField key={question.name} question={question} text={answers[question.name] ?? ''} fault={faults[question.name]} onType={setAnswer} />
      ))}
      {other ? (
        <Typography role="alert" color="error">
          {other}
        </Typography>
      ) : null}
    </>
  )
}

interface QuestionFieldProps {
  readonly question: Question
  readonly text: string
  readonly fault: string | undefined
  readonly onType: (name: string, text: string) => void
}

const idOf = ({ name }: Question): string => `question-${name}`

function QuestionField({ question, text, fault, onType }: QuestionFieldProps) {
  const { name, label, type = 'text', help, choices, autoComplete, focus } = question
  const kind = kindOf(question)
  const id = idOf(question)
  if (kind) {
    return (
      <TypedField
        kind={kind}
        id={id}
        label={label}
        text={text}
        onType={(next) => onType(name, next)}
        fault={fault}
        helperText={help}
        autoFocus={focus}
        fullWidth
        sx={{ mt: 1 }}
      />
    )
  }
  return (
    <TextField
      id={id}
      label={label}
      type={type === 'longText' ? 'text' : type}
      autoComplete={autoComplete}
      autoFocus={focus}
      multiline={type === 'longText'}
      select={choices !== undefined}
      value={text}
      onChange={(event) => onType(name, event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? help}
      slotProps={{ inputLabel: choices ? { shrink: true } : {}, select: { native: true } }}
      sx={{ mt: 1 }}
    >
      {choices
        ? [{ id: '', name: '' }, ...choices].map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))
        : null}
    </TextField>
  )
}
