import { Box, ButtonBase } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { useTranslate } from 'react-admin'
import { percentText } from '../kit/format'
import type { Unit } from './edition-data'
import { placeText } from './place-text'
import { rankColumns, shareOf } from './rank-axis'
import { RankMark } from './rank-mark'

interface Props {
  readonly unit: Unit
  /** Length of the axis. */
  readonly places: number
  readonly selected: boolean
  readonly onSelect: () => void
}

/** One row of the ranking: its name, its interval with the middle place, how often it is in the first third. */
export function RankRow({ unit, places, selected, onSelect }: Props) {
  const translate = useTranslate()
  const [from, middle, to] = [unit.rankFrom, unit.medianRank, unit.rankTo].map((rank) => `${shareOf(rank, places)}%`)
  const beside = unit.planned ? translate('edition.planned') : (unit.regionCode ?? '')
  const stroke = unit.planned ? 'var(--violet)' : selected ? 'var(--data)' : 'var(--line2)'
  return (
    <ButtonBase
      data-printed
      data-entry={unit.entryId}
      tabIndex={selected ? 0 : -1}
      aria-pressed={selected}
      onClick={onSelect}
      sx={{
        ...rankColumns,
        width: '100%',
        minHeight: { xs: 44, sm: 32 },
        px: 1,
        fontSize: 13,
        textAlign: 'left',
        borderRadius: 1,
        color: 'text.primary',
        border: unit.planned ? '1px dashed var(--violet)' : '1px solid transparent',
        bgcolor: selected ? (unit.planned ? 'var(--tintViolet)' : 'var(--tintAccent)') : 'transparent',
        '&:hover': { bgcolor: selected ? undefined : 'var(--sunken)' },
      }}
    >
      <Box component="span" sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, fontWeight: selected ? 650 : 400, overflowWrap: 'anywhere' }}>
        {unit.title}{' '}
        <Box component="span" sx={{ color: unit.planned ? 'var(--violet)' : 'text.secondary', fontSize: 12 }}>
          {beside}
        </Box>
      </Box>
      <span style={visuallyHidden}>{placeText(unit, translate)} </span>
      <svg width="100%" height="24" aria-hidden="true">
        <line x1={from} x2={to} y1="50%" y2="50%" stroke={stroke} strokeWidth={selected ? 3 : 2} strokeDasharray={unit.planned ? '5 3' : undefined} />
        <RankMark kind={unit.kind} selected={selected} x={middle ?? '0'} />
      </svg>
      <Box component="span" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
        {percentText(unit.firstThird)}
      </Box>
    </ButtonBase>
  )
}
