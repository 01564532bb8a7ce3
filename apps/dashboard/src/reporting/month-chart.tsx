import { Box, useMediaQuery } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { axisDayTexts, monthText, percentText } from '../kit/format'
import { onPhone } from '../kit/page'
import type { Group } from './groups'

const HEIGHT = 220
const EDGE = { left: 44, right: 12, top: 12, bottom: 26 } as const

/** Achieved and planned, month by month; the same figures stand in the table below. */
export function MonthChart({ groups }: { groups: readonly Group[] }) {
  const translate = useTranslate()
  const phone = useMediaQuery(onPhone)
  const width = phone ? 320 : 720
  const months = groups.filter((group) => group.month !== null)
  const last = months.findLast((group) => group.achieved !== null)
  if (months.length < 2 || !last) return null
  const x = (index: number) => EDGE.left + (index / (months.length - 1)) * (width - EDGE.left - EDGE.right)
  const y = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom)
  const points = (pick: (group: Group) => number | null) =>
    months.flatMap((group, index) => (pick(group) === null ? [] : [[x(index), y(pick(group) ?? 0)] as const]))
  const achieved = points((group) => group.achieved)
  const planned = points((group) => group.planned)
  const names = axisDayTexts(months.map(({ month }) => month ?? ''))
  const step = Math.ceil(months.length / (phone ? 4 : 8))
  return (
    <Box sx={{ bgcolor: 'background.paper', border: '1px solid var(--line)', borderRadius: 2, p: 2, mb: 2 }}>
      <ChartMarks>
        <ChartMark text={translate('progress.achieved')}>
          <line x1="0" x2="24" y1="6" y2="6" stroke="var(--data)" strokeWidth="2" />
          <circle cx="12" cy="6" r="3.5" fill="var(--data)" />
        </ChartMark>
        <ChartMark text={translate('progress.planned')}>
          <line x1="0" x2="24" y1="6" y2="6" stroke="var(--ink2)" strokeDasharray="4 3" />
        </ChartMark>
      </ChartMarks>
      <svg
        role="img"
        aria-label={translate('progress.finding', {
          month: monthText(last.month ?? ''),
          achieved: percentText(last.achieved),
          planned: percentText(last.planned),
        })}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        style={{ width: '100%', fontSize: 11 }}
        fill="var(--ink2)"
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={EDGE.left - 6} y={y(share) + 4} textAnchor="end">
              {percentText(share)}
            </text>
          </g>
        ))}
        {months.map((group, index) =>
          index % step === 0 ? (
            <text key={group.key} x={x(index)} y={HEIGHT - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
              {names[index]}
            </text>
          ) : null,
        )}
        <polyline points={planned.join(' ')} fill="none" stroke="var(--ink2)" strokeDasharray="4 3" />
        <polyline points={achieved.join(' ')} fill="none" stroke="var(--data)" strokeWidth={2} />
        {achieved.map(([cx, cy]) => (
          <circle key={cx} cx={cx} cy={cy} r={3.5} fill="var(--data)" />
        ))}
      </svg>
    </Box>
  )
}
