import { dayText, monthText } from '../kit/format'
import type { TimeScale } from './time-scale'

const HEIGHT = 44

/** From where on the name of the day stands at the left of its line, in per cent. */
const NEAR_THE_END = 80

/** Years, months, and the day spoken of; each row says its own days in words. */
export function TimeAxis({ scale, day }: { scale: TimeScale; day: string }) {
  const at = scale.x(day)
  return (
    <svg aria-hidden width="100%" height={HEIGHT} style={{ display: 'block', overflow: 'visible' }} fontSize="12" fill="var(--ink2)">
      {scale.years.map((year) => (
        <text key={year} x={`${scale.x(year)}%`} dx="3" y="26" fontWeight="600" fill="var(--ink)">
          {year.slice(0, 4)}
        </text>
      ))}
      {scale.months.map((month) => (
        <text key={month} x={`${scale.x(month)}%`} dx="3" y="41">
          {monthText(month, 'short')}
        </text>
      ))}
      <text x={`${at}%`} y="11" dx={at > NEAR_THE_END ? -4 : 4} textAnchor={at > NEAR_THE_END ? 'end' : 'start'} fontWeight="600" fill="var(--ink)">
        {dayText(day)}
      </text>
      <line x1={`${at}%`} x2={`${at}%`} y1="0" y2={HEIGHT} stroke="var(--ink)" strokeWidth="2" />
    </svg>
  )
}
