import { useTranslate } from 'react-admin'
import { numberText, percentText } from '../kit/format'
import type { Placement } from './use-placement'

const [WIDTH, HEIGHT, FOOT, HEAD] = [280, 130, 30, 16] as const

/** How often it lands at each place, and the line that holds 90 of 100. The same figures stand beside in words. */
export function PlacingChart({ placement }: { placement: Placement }) {
  const translate = useTranslate()
  const { rankShares: shares } = placement
  const most = Math.max(...shares, 0.01)
  const likeliest = shares.indexOf(Math.max(...shares))
  const wide = WIDTH / shares.length
  const height = (share: number) => (share / most) * (HEIGHT - FOOT - HEAD)
  const step = Math.ceil(shares.length / 14)
  return (
    <svg
      role="img"
      aria-label={translate('edition.likeliest', { rank: likeliest + 1, share: percentText(shares[likeliest]), runs: numberText(placement.runs) })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ width: '100%', maxWidth: 400, fontSize: 11 }}
      fill="var(--ink2)"
    >
      {shares.map((share, index) => {
        const rank = index + 1
        const x = index * wide
        return (
          <g key={`rank ${rank}`}>
            <rect
              x={x + wide * 0.1}
              width={wide * 0.8}
              y={HEIGHT - FOOT - height(share)}
              height={height(share)}
              fill="var(--violet)"
              opacity={index === likeliest ? 1 : 0.6}
            />
            {index === likeliest ? (
              <text x={x + wide / 2} y={HEAD - 5} textAnchor="middle" fontWeight="650">
                {percentText(share)}
              </text>
            ) : null}
            {index % step === 0 ? (
              <text x={x + wide / 2} y={HEIGHT - FOOT + 14} textAnchor="middle">
                {rank}
              </text>
            ) : null}
          </g>
        )
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--line2)" />
      <line
        x1={(placement.rankFrom - 0.5) * wide - 2}
        x2={(placement.rankTo - 0.5) * wide + 2}
        y1={HEIGHT - 6}
        y2={HEIGHT - 6}
        stroke="var(--violet)"
        strokeWidth="2.5"
        strokeDasharray="5 3"
      />
    </svg>
  )
}
