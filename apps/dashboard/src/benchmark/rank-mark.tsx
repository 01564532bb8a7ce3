import type { Unit } from './edition-data'

interface Props {
  readonly kind: Unit['kind']
  readonly selected: boolean
  /** Where its middle is, as CSS length or per cent. */
  readonly x: string
}

/** The mark of a middle place: filled for pilots, open for others, a violet diamond for what is planned. */
export function RankMark({ kind, selected, x }: Props) {
  const colour = selected ? 'var(--data)' : 'var(--ink2)'
  if (kind === 'PROSPECTIVE') {
    return (
      <svg x={x} y="50%" overflow="visible" aria-hidden="true">
        <rect x="-5" y="-5" width="10" height="10" fill="var(--violet)" transform="rotate(45)" />
      </svg>
    )
  }
  if (kind === 'PILOT') return <circle cx={x} cy="50%" r={selected ? 6 : 5} fill={colour} />
  return (
    <svg x={x} y="50%" overflow="visible" aria-hidden="true">
      <rect x="-4.5" y="-4.5" width="9" height="9" fill="var(--surface)" stroke={colour} strokeWidth="2" />
    </svg>
  )
}
