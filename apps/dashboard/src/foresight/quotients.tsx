import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { ChartRow } from '../kit/chart-row'
import { ChartWithTable } from '../kit/chart-with-table'
import { numberText } from '../kit/format'
import { divisionText } from './division-text'
import type { Asked, Division, Position } from './position-data'

/** Location quotients as bars, with the line at 1 where a region is as all together, and its peers beside. */
export function Quotients({ position, asked }: { position: Position; asked: Asked }) {
  const translate = useTranslate()
  const { divisions, peers } = position
  const peersOf = (index: number) =>
    peers.flatMap(({ name, locationQuotients }) => {
      const quotient = locationQuotients[index] ?? null
      return quotient === null ? [] : [{ name, quotient }]
    })
  const most = Math.max(
    2,
    ...divisions.map(({ locationQuotient }) => locationQuotient ?? 0),
    ...divisions.flatMap((_, index) => peersOf(index).map(({ quotient }) => quotient)),
  )
  const columns = [
    { text: translate('position.division') },
    { text: translate('position.amount', { unit: position.unit }), as: 'number' as const },
    { text: translate('position.share'), as: 'percent' as const },
    { text: translate('position.quotient'), as: 'number' as const },
    ...peers.map(({ name }) => ({ text: name, as: 'number' as const })),
  ]
  const rows = divisions.map((item, index) => [
    divisionText(item.division, translate),
    item.value,
    item.share,
    item.locationQuotient,
    ...peers.map(({ locationQuotients }) => locationQuotients[index] ?? null),
  ])
  const above = divisions.filter(({ locationQuotient }) => (locationQuotient ?? 0) > 1).length
  return (
    <ChartWithTable
      title={translate('position.quotients')}
      file={`location-quotients-${position.code}-${asked.year}`}
      figures={{ columns, rows }}
      sentence={translate('position.quotientFinding', { above, smart_count: divisions.length })}
    >
      <ChartMarks>
        <ChartMark text={position.name}>
          <rect x="0" y="3" width="24" height="6" fill="var(--data)" />
        </ChartMark>
        <ChartMark text={translate('position.peer')}>
          <circle cx="12" cy="6" r="3.5" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />
        </ChartMark>
        <ChartMark text={translate('position.asAll')}>
          <line x1="12" x2="12" y1="0" y2="12" stroke="var(--ink)" strokeWidth="1.5" />
        </ChartMark>
      </ChartMarks>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {divisions.map((item, index) => (
          <QuotientRow key={item.division} item={item} peers={peersOf(index)} most={most} />
        ))}
      </Box>
    </ChartWithTable>
  )
}

interface RowProps {
  readonly item: Division
  readonly peers: readonly { readonly name: string; readonly quotient: number }[]
  readonly most: number
}

function QuotientRow({ item, peers, most }: RowProps) {
  const translate = useTranslate()
  const at = (quotient: number) => `${(quotient / most) * 96}%`
  return (
    <ChartRow label={divisionText(item.division, translate)} widths={{ label: 190, figure: '44px', phone: '44px' }}>
      <svg width="100%" height="26" aria-hidden="true">
        {item.locationQuotient === null ? null : <rect x="0" y="7" height="12" width={at(item.locationQuotient)} fill="var(--data)" />}
        <line x1={at(1)} x2={at(1)} y1="0" y2="26" stroke="var(--ink)" strokeWidth="1.5" />
        {peers.map(({ name, quotient }) => (
          <circle key={name} cx={at(quotient)} cy="13" r="3.5" fill="var(--surface)" stroke="var(--ink2)" strokeWidth="1.5" />
        ))}
      </svg>
      <Box component="span" sx={{ textAlign: 'right', fontWeight: 600 }}>
        {item.locationQuotient === null ? <em>{translate('app.unknown')}</em> : numberText(item.locationQuotient)}
      </Box>
    </ChartRow>
  )
}
