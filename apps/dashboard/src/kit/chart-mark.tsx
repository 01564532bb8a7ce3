import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** One entry of a chart's legend: its mark, 24 by 12, and what it means. */
export function ChartMark({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <svg aria-hidden="true" width="24" height="12">
        {children}
      </svg>
      {text}
    </Box>
  )
}

/** The entries of a legend, above their chart. */
export const ChartMarks = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mb: 1, fontSize: 12, color: 'text.secondary' }}>{children}</Box>
)
