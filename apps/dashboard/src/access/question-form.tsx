import { Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
import { type Answers, type Question, Questions, useQuestions } from '../kit/questions'

interface Props<Name extends string> {
  readonly questions: readonly Question<Name>[]
  readonly deed: string
  readonly onSubmit: (answers: Answers<Name>) => Promise<void>
  readonly children?: ReactNode
}

/** A small form on a page of its own. */
export function QuestionForm<Name extends string>({ questions, deed, onSubmit, children }: Props<Name>) {
  const form = useQuestions(questions, onSubmit)
  return (
    <Box component="form" onSubmit={form.submit} noValidate sx={{ display: 'grid', gap: 1.5 }}>
      <Questions questions={questions} form={form} />
      <Button type="submit" variant="contained" disabled={form.busy}>
        {deed}
      </Button>
      {children}
    </Box>
  )
}
