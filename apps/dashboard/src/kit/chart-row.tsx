import { Box } from '@mui/material'
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  /** Widths of label and figure; on a phone the label stands above, and `phone` is the figure's. */
  readonly widths: { readonly label: number; readonly figure: string; readonly phone: string }
  /** True: a line below. */
  readonly ruled?: boolean
  /** The drawing, and the figure beside it. */
  readonly children: ReactNode
}

/** One row of a chart that is a list: what it is, its drawing, its figure. */
export function ChartRow({ label, widths, ruled = false, children }: Props) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: `1fr ${widths.phone}`, sm: `minmax(0, ${widths.label}px) 1fr ${widths.figure}` },
        columnGap: 1,
        alignItems: 'center',
        fontSize: 13,
        ...(ruled ? { py: 0.5, borderBottom: '1px solid var(--line)' } : { minHeight: 32 }),
      }}
    >
      <Box component="span" sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        {label}
      </Box>
      {children}
    </Box>
  )
}
