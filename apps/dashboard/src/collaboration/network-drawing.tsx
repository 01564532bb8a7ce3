import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type Actor, isTied, strengthOf, type Tie, turnOf } from './collaboration-data'

const SIZE = 300
const RADIUS = 118

interface Props {
  readonly time: 'before' | 'after'
  readonly finding: string
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  /** The least strength that is drawn. */
  readonly from: number
}

/** Who works with whom at one time: actors by number on a circle, at the same places before and after; a line is a tie, wider where stronger. */
export function NetworkDrawing({ time, finding, actors, ties, from }: Props) {
  const translate = useTranslate()
  const places = new Map(actors.map(({ id }, index) => [id, placeOf(index, actors.length)]))
  const shown = ties.filter((tie) => isTied(tie, time, from))
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="figcaption" variant="body2" sx={{ fontWeight: 650 }}>
        {translate(`collaboration.${time}`)}
      </Typography>
      <svg role="img" aria-label={finding} viewBox={`0 0 ${SIZE} ${SIZE}`} style={{ width: '100%', maxWidth: 420, fontSize: 12 }}>
        {shown.map((tie) => {
          const [a, b] = [places.get(tie.actorId), places.get(tie.otherId)]
          if (!a || !b) return null
          const turn = turnOf(tie, from)
          return (
            <g key={`${tie.actorId} ${tie.otherId}`}>
              <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} {...strokeOf(strengthOf(tie[time]))} />
              {turn === 'gained' || turn === 'lost' ? <TurnMark x={(a.x + b.x) / 2} y={(a.y + b.y) / 2} turn={turn} /> : null}
            </g>
          )
        })}
        {actors.map(({ id, name, kind }, index) => (
          <ActorMark key={id} {...(places.get(id) ?? placeOf(0, 1))} kind={kind} text={String(index + 1)} title={name} />
        ))}
      </svg>
    </Box>
  )
}

const placeOf = (index: number, count: number) => {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return { x: SIZE / 2 + RADIUS * Math.cos(angle), y: SIZE / 2 + RADIUS * Math.sin(angle) }
}

/** The line of a strength: thin and dashed for contact now and then, wide for joint work. */
export const strokeOf = (strength: number | null) => ({
  stroke: 'var(--data)',
  strokeWidth: [0, 1.5, 2.5, 5][strength ?? 0] ?? 0,
  ...(strength === 1 ? { strokeDasharray: '4 3' } : {}),
})

/** A plus for a tie that is new, a cross for one that ended. */
export function TurnMark({ x, y, turn }: { x: number; y: number; turn: 'gained' | 'lost' }) {
  const colour = turn === 'gained' ? 'var(--accent)' : 'var(--late)'
  return (
    <g transform={`translate(${x} ${y})${turn === 'lost' ? ' rotate(45)' : ''}`}>
      <circle r="6" fill="var(--surface)" stroke={colour} />
      <path d="M-3.5 0H3.5M0 -3.5V3.5" stroke={colour} strokeWidth="2" />
    </g>
  )
}

/** Corners of the mark of a kind of actor; a circle has none. */
const corners: Readonly<Record<string, number>> = { CLUSTER_ORGANISATION: 4, RESEARCH: 6, AUTHORITY: 5, FINANCE: 8, OTHER: 3 }

interface MarkProps {
  readonly x: number
  readonly y: number
  readonly kind: string
  readonly text: string
  readonly title?: string
}

/** An actor: its number, in the shape of its kind. */
export function ActorMark({ x, y, kind, text, title }: MarkProps) {
  const paint = { fill: 'var(--surface)', stroke: 'var(--ink2)', strokeWidth: 1.5 }
  const count = corners[kind] ?? 0
  const turned = count === 4 ? Math.PI / 4 : -Math.PI / 2
  const points = Array.from({ length: count }, (_, index) => {
    const angle = turned + (2 * Math.PI * index) / count
    return `${15 * Math.cos(angle)},${15 * Math.sin(angle)}`
  })
  return (
    <g transform={`translate(${x} ${y})`}>
      {title ? <title>{title}</title> : null}
      {count === 0 ? <circle r="13" {...paint} /> : <polygon points={points.join(' ')} {...paint} />}
      <text textAnchor="middle" dy="0.35em" fill="var(--ink)" fontWeight={650}>
        {text}
      </text>
    </g>
  )
}
