import type { ReactNode } from 'react'
import type { Stretch } from './stretch'
import type { Item } from './time-line-data'
import type { TimeScale } from './time-scale'

/** Height of a row's drawing, in px. */
const ROW = 24
const MIDDLE = ROW / 2
const PLAN = 12
const RAN = 6

/** Of the hatching for what is late. */
const HATCH = 'time-line-late'

/** What fills what is late. */
export const lateFill = `url(#${HATCH})`

/** From where on a label stands at the left of its mark, in per cent. */
const NEAR_THE_END = 72

/** Hatching of what is late: drawn once, used by every row. */
export const LateHatch = () => (
  <svg aria-hidden width="0" height="0" style={{ position: 'absolute' }}>
    <defs>
      <pattern id={HATCH} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.5" height="5" fill="var(--late)" />
      </pattern>
    </defs>
  </svg>
)

interface Props {
  readonly item: Item
  readonly scale: TimeScale
  /** The day spoken of. */
  readonly day: string
  /** All that is drawn, in words. */
  readonly sentence: string
  /** What stands beside the marks. */
  readonly label: string
}

/** One item over time: its plan as an outline, what ran filled, what is late hatched; for who cannot see it, its words. */
export function ItemDrawing({ item, scale, day, sentence, label }: Props) {
  const shape = item.list === 'deliverables' || item.list === 'milestones' ? item.list : 'stretch'
  return (
    <Plane scale={scale} day={day} sentence={sentence}>
      {shape === 'stretch' ? <Bars item={item} scale={scale} day={day} /> : <Point item={item} scale={scale} shape={shape} />}
      {item.late ? <LateBar from={item.late.dueOn} scale={scale} day={day} /> : null}
      {label ? <Label item={item} scale={scale} day={day} text={label} /> : null}
    </Plane>
  )
}

/** What lies outside the window is not drawn until it comes there, or is printed. */
const drawnInSight = { contentVisibility: 'auto', height: ROW } as const

/** An empty row: the beginnings of years, and the day spoken of. */
function Plane({ scale, day, sentence, children }: Pick<Props, 'scale' | 'day' | 'sentence'> & { readonly children: ReactNode }) {
  return (
    <div style={drawnInSight}>
      <svg role="img" aria-label={sentence} width="100%" height={ROW} style={{ display: 'block' }}>
        {scale.years.slice(1).map((year) => (
          <line key={year} x1={`${scale.x(year)}%`} x2={`${scale.x(year)}%`} y1="0" y2={ROW} stroke="var(--line2)" strokeWidth="0.5" />
        ))}
        <line x1={`${scale.x(day)}%`} x2={`${scale.x(day)}%`} y1="0" y2={ROW} stroke="var(--ink)" strokeWidth="2" />
        {children}
      </svg>
    </div>
  )
}

type DrawingProps = Pick<Props, 'item' | 'scale' | 'day'>

/** The plan, where it ended before, and what ran. */
function Bars({ item, scale, day }: DrawingProps) {
  const { planned, ran, formerEnd } = item
  return (
    <>
      {planned ? <PlanBar stretch={planned} scale={scale} /> : null}
      {formerEnd ? <line {...across(scale.end(formerEnd.last))} stroke="var(--ink2)" strokeDasharray="2 2" /> : null}
      {ran?.from ? <Bar from={scale.x(ran.from.first)} to={scale.end(ran.until?.last ?? day)} height={RAN} fill="var(--ink2)" /> : null}
    </>
  )
}

/** A plan: what is sure of it with a full outline, where an end may lie with a dashed one; an end alone as a dashed line. */
function PlanBar({ stretch: { from, until }, scale }: { stretch: Stretch; scale: TimeScale }) {
  const outline = { fill: 'var(--surface)', stroke: 'var(--line2)' }
  if (!from || !until)
    return <line {...across(from ? scale.x(from.first) : until ? scale.end(until.last) : 0)} stroke="var(--line2)" strokeWidth="2" strokeDasharray="3 2" />
  const isVague = from.first !== from.last || until.first !== until.last
  const [surelyFrom, surelyTo] = [scale.end(from.last), scale.x(until.first)]
  return (
    <>
      <Bar from={scale.x(from.first)} to={scale.end(until.last)} height={PLAN} {...outline} {...(isVague ? { strokeDasharray: '3 2' } : {})} />
      {isVague && surelyFrom < surelyTo ? <Bar from={surelyFrom} to={surelyTo} height={PLAN} {...outline} /> : null}
    </>
  )
}

interface BarProps {
  readonly from: number
  readonly to: number
  readonly height: number
  readonly fill: string
  readonly stroke?: string
  readonly strokeDasharray?: string
}

const Bar = ({ from, to, height, ...look }: BarProps) => (
  <rect x={`${from}%`} width={`${Math.max(to - from, 0)}%`} y={MIDDLE - height / 2} height={height} rx="1.5" {...look} />
)

const across = (x: number) => ({ x1: `${x}%`, x2: `${x}%`, y1: MIDDLE - PLAN / 2, y2: MIDDLE + PLAN / 2 })

/** From when something was due to the day spoken of. */
const LateBar = ({ from, scale, day }: { from: string; scale: TimeScale; day: string }) => (
  <Bar from={scale.x(from)} to={scale.x(day)} height={RAN + 2} fill={lateFill} stroke="var(--late)" />
)

/** A deliverable's box or a milestone's diamond: outlined where it is due, filled where it was met. */
function Point({ item: { planned, ran }, scale, shape }: { item: Item; scale: TimeScale; shape: 'deliverables' | 'milestones' }) {
  const at = (x: number, fill: string) => (
    <svg aria-hidden x={`${x}%`} y={MIDDLE} overflow="visible">
      <rect
        x="-5"
        y="-5"
        width="10"
        height="10"
        fill={fill}
        stroke="var(--ink2)"
        strokeWidth="1.5"
        transform={shape === 'milestones' ? 'rotate(45)' : undefined}
      />
    </svg>
  )
  return (
    <>
      {planned?.from ? at(scale.x(planned.from.first), 'var(--surface)') : null}
      {ran?.from ? at(scale.x(ran.from.first), 'var(--ink2)') : null}
    </>
  )
}

/** Words beside the marks, at the side where there is room. */
function Label({ item: { planned, ran, late }, scale, day, text }: DrawingProps & { readonly text: string }) {
  const spans = [planned?.from, planned?.until, ran?.from, ran?.until].flatMap((span) => span ?? [])
  if (spans.length === 0) return null
  const right = Math.max(...spans.map(({ last }) => scale.end(last)), late || (ran && !ran.until) ? scale.x(day) : 0)
  const left = Math.min(...spans.map(({ first }) => scale.x(first)))
  const isLeft = right > NEAR_THE_END
  return (
    <text
      x={`${isLeft ? left : right}%`}
      dx={isLeft ? -10 : 10}
      y={MIDDLE + 4}
      textAnchor={isLeft ? 'end' : 'start'}
      fontSize="12"
      fontWeight={late ? 600 : 400}
      fill={late ? 'var(--late)' : 'var(--ink2)'}
      stroke="var(--surface)"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {text}
    </text>
  )
}
