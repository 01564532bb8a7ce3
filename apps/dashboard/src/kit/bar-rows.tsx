import { Box } from '@mui/material'
import type { ReactNode } from 'react'

export interface Bar {
  readonly label: string
  readonly value: number
  /** The value in words. */
  readonly text: ReactNode
}

/** Bars from 0, below each other, each with its figure; what is below 0 is hatched towards the same side and says its sign. */
export function BarRows({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 1e-9)
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {bars.map((bar) => (
        <Box
          component="li"
          key={bar.label}
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 72px', columnGap: 1.5, alignItems: 'center', minHeight: 28, fontSize: 13 }}
        >
          <span>{bar.label}</span>
          <Box aria-hidden sx={{ height: 8 }}>
            <Box sx={{ height: 8, width: `${(Math.abs(bar.value) / most) * 100}%`, ...(bar.value < 0 ? negative : { bgcolor: 'var(--line2)' }) }} />
          </Box>
          <Box component="span" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {bar.text}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const negative = { background: 'repeating-linear-gradient(45deg, var(--hatch) 0 3px, transparent 3px 6px)' }
