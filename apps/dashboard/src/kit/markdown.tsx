import { Box } from '@mui/material'
import { Suspense } from 'react'
import { lazily } from './lazily'

const MarkdownText = lazily(() => import('./markdown-text'))

/** A text in Markdown: as it was typed, until what draws it is there. */
export const Markdown = ({ text }: { text: string }) => (
  <Suspense fallback={<Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Box>}>
    <MarkdownText text={text} />
  </Suspense>
)
