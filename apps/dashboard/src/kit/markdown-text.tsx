import { Box } from '@mui/material'
import { useEffect, useRef } from 'react'
import { markdownNodes } from './markdown-nodes'

const look = {
  fontSize: 14,
  lineHeight: '21px',
  overflowWrap: 'anywhere',
  '& h3, & h4, & h5, & h6': { fontSize: 14, fontWeight: 650, mt: 1.5, mb: 0.5 },
  '& p, & ul, & ol': { my: 0.75 },
  '& ul, & ol': { pl: 3 },
  '& blockquote': { m: 0, pl: 1.5, borderLeft: '3px solid var(--line)' },
  '& pre': { overflowX: 'auto' },
  '& table': { display: 'block', overflowX: 'auto', borderCollapse: 'collapse' },
  '& th, & td': { border: '1px solid var(--line)', px: 1, py: 0.5, textAlign: 'left' },
} as const

/** A text drawn as its Markdown says. Reached through {@link Markdown}, which loads it when it is needed. */
export default function MarkdownText({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(...markdownNodes(text))
  }, [text])
  return <Box ref={place} sx={look} />
}
