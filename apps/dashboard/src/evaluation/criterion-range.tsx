import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import type { CriterionFacts } from './evaluation-data'

const [WIDTH, HEIGHT] = [240, 28] as const
const EDGE = 10
const MIDDLE = 9
const marks = [1, 2, 3, 4, 5] as const
const x = (mark: number) => EDGE + ((mark - 1) / 4) * (WIDTH - 2 * EDGE)

interface Props {
  readonly criterion: CriterionFacts
  /** The opened marks of the criterion. */
  readonly given: readonly number[]
  /** What the drawing says, in words. */
  readonly finding: string
}

/** The marks of one criterion on the scale from 1 to 5: a line from the lowest to the highest, the mean as a dot on it. */
export function CriterionRange({ criterion, given, finding }: Props) {
  const { mean, lowest, highest } = criterion
  return (
    <svg
      role="img"
      aria-label={finding}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ width: '100%', maxWidth: 320, fontSize: 10, display: 'block' }}
      fill="var(--ink2)"
    >
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={x(mark)} x2={x(mark)} y1={1} y2={17} stroke="var(--line)" />
          <text x={x(mark)} y={HEIGHT - 1} textAnchor="middle">
            {mark}
          </text>
        </g>
      ))}
      {lowest === null || highest === null ? null : <line x1={x(lowest)} x2={x(highest)} y1={MIDDLE} y2={MIDDLE} stroke="var(--data)" strokeWidth={3} />}
      {[...new Set(given)].map((mark) => (
        <rect key={mark} x={x(mark) - 3} y={MIDDLE - 3} width={6} height={6} fill="var(--surface)" stroke="var(--ink2)" />
      ))}
      {mean === null ? null : <circle cx={x(mean)} cy={MIDDLE} r={5} fill="var(--data)" stroke="var(--surface)" />}
    </svg>
  )
}

/** What the marks of the drawing mean. */
export function RangeLegend() {
  const translate = useTranslate()
  return (
    <ChartMarks>
      <ChartMark text={translate('evaluation.legendMean')}>
        <line x1="0" x2="24" y1="6" y2="6" stroke="var(--data)" strokeWidth="3" />
        <circle cx="12" cy="6" r="4.5" fill="var(--data)" />
      </ChartMark>
      <ChartMark text={translate('evaluation.legendMark')}>
        <rect x="9" y="3" width="6" height="6" fill="var(--surface)" stroke="var(--ink2)" />
      </ChartMark>
    </ChartMarks>
  )
}
