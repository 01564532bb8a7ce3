import { Box, Button, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { type Question, Questions, useQuestions } from '../app/questions'

interface Props {
  readonly questions: readonly Question[]
  readonly deed: string
  readonly onSubmit: (answers: Readonly<Record<string, string>>) => Promise<void>
  readonly children?: ReactNode
}

/** A small form on a page of its own. */
export function QuestionForm({ questions, deed, onSubmit, children }: Props) {
  const { answers, setAnswer, faults, other, submit, busy } = useQuestions(questions, onSubmit)
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 1.5 }}>
      <Questions questions={questions} answers={answers} faults={faults} onAnswer={setAnswer} />
      {other ? (
        <Typography role="alert" color="error">
          {other}
        </Typography>
      ) : null}
      <Button type="submit" variant="contained" disabled={busy}>
        {deed}
      </Button>
      {children}
    </Box>
  )
}
