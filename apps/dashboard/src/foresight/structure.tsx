import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { ChartRow } from '../kit/chart-row'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText, percentText } from '../kit/format'
import type { Asked, Position } from './position-data'

/** How special and how diverse a region is, and how much it changed, beside its peers. */
export function Structure({ position, asked }: { position: Position; asked: Asked }) {
  const translate = useTranslate()
  const all = [position, ...position.peers]
  const measures = [
    { key: 'krugman', label: translate('position.krugman'), text: numberText },
    { key: 'shannon', label: translate('position.shannon'), text: numberText },
    { key: 'herfindahl', label: translate('position.herfindahl'), text: numberText },
    { key: 'structuralChange', label: translate('position.structuralChange'), text: (value: number) => percentText(value, 1) },
    { key: 'growth', label: translate('position.growth'), text: (value: number) => percentText(value, 1) },
  ] as const
  const columns = [
    { text: translate('position.region') },
    ...measures.map(({ key, label }) => ({ text: label, as: key === 'structuralChange' || key === 'growth' ? ('percent' as const) : ('number' as const) })),
  ]
  const rows = all.map((region) => [`${region.code} ${region.name}`, ...measures.map(({ key }) => region[key])])
  const moreSpecial = position.peers.filter(({ krugman }) => position.krugman > krugman).length
  const change = position.structuralChange === null ? translate('app.unknown') : percentText(position.structuralChange, 1)
  return (
    <ChartWithTable
      title={translate('position.structure')}
      file={`structure-${position.code}-${asked.year}`}
      figures={{ columns, rows }}
      sentence={translate('position.structureFinding', { more: moreSpecial, change, from: asked.fromYear, to: asked.year, smart_count: position.peers.length })}
    >
      <ChartMarks>
        <ChartMark text={position.name}>
          <circle cx="12" cy="6" r="5" fill="var(--data)" />
        </ChartMark>
        <ChartMark text={translate('position.peer')}>
          <rect x="8.5" y="2.5" width="7" height="7" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />
        </ChartMark>
      </ChartMarks>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {measures.map(({ key, label, text }) => (
          <MeasureRow key={key} label={label} own={position[key]} peers={position.peers.map((peer) => ({ code: peer.code, value: peer[key] }))} text={text} />
        ))}
      </Box>
    </ChartWithTable>
  )
}

interface RowProps {
  readonly label: string
  readonly own: number | null
  readonly peers: readonly { readonly code: string; readonly value: number | null }[]
  readonly text: (value: number) => string
}

/** One measure on an axis of its own from the least to the most of the regions shown. */
function MeasureRow({ label, own, peers, text }: RowProps) {
  const translate = useTranslate()
  const known = [own, ...peers.map(({ value }) => value)].flatMap((value) => (value === null ? [] : [value]))
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const at = (value: number) => `${5 + ((value - least) / (most - least || 1)) * 90}%`
  return (
    <ChartRow label={label} widths={{ label: 190, figure: '56px', phone: '56px' }} ruled>
      <svg width="100%" height="38" aria-hidden="true" fill="var(--ink2)" style={{ fontSize: 11 }}>
        <line x1="5%" x2="95%" y1="12" y2="12" stroke="var(--line2)" />
        {known.length > 0 ? (
          <>
            <text x="5%" y="34">
              {text(least)}
            </text>
            <text x="95%" y="34" textAnchor="end">
              {text(most)}
            </text>
          </>
        ) : null}
        {peers.map(({ code, value }) =>
          value === null ? null : (
            <svg key={code} x={at(value)} y="12" overflow="visible" aria-hidden="true">
              <rect x="-3.5" y="-3.5" width="7" height="7" fill="var(--surface)" stroke="var(--ink2)" strokeWidth="1.5" />
            </svg>
          ),
        )}
        {own === null ? null : <circle cx={at(own)} cy="12" r="5.5" fill="var(--data)" />}
      </svg>
      <Box component="span" sx={{ textAlign: 'right', fontWeight: 600 }}>
        {own === null ? <em>{translate('app.unknown')}</em> : text(own)}
      </Box>
    </ChartRow>
  )
}
