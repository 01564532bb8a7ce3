import InfoOutlined from '@mui/icons-material/InfoOutlined'
import { Box, Typography } from '@mui/material'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { ChartMark, ChartMarks } from '../kit/chart-mark'
import { ChartWithTable } from '../kit/chart-with-table'
import type { Group, Unit } from './edition-data'
import { rankColumns, shareOf } from './rank-axis'
import { RankMark } from './rank-mark'
import { RankRow } from './rank-row'
import { rankingFigures } from './ranking-figures'

interface Props {
  readonly units: readonly Unit[]
  readonly selected: string
  readonly onSelect: (entryId: string) => void
  readonly file: string
}

const groups: readonly Group[] = ['FIRST', 'MIDDLE', 'LAST']
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Where all stand, in groups and with intervals; one Tab stop, arrows walk, and what is chosen is told of beside. */
export function Ranking({ units, selected, onSelect, file }: Props) {
  const translate = useTranslate()
  const rows = useRef<HTMLDivElement>(null)
  const places = units.length
  const inOrder = groups.flatMap((group) => units.filter((unit) => unit.group === group).sort(byPlace))
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = inOrder[inOrder.findIndex(({ entryId }) => entryId === selected) + step]
    if (!next) return
    onSelect(next.entryId)
    rows.current?.querySelector<HTMLElement>(`[data-entry="${next.entryId}"]`)?.focus()
  }
  return (
    <ChartWithTable title={translate('edition.ranking')} file={file} figures={rankingFigures(inOrder, translate)} sentence={translate('edition.rankingHow')}>
      <Legend />
      <Axis places={places} />
      <Box ref={rows} role="group" aria-label={translate('edition.rankingWalk')} onKeyDown={walk}>
        {groups.map((group) => {
          const members = inOrder.filter((unit) => unit.group === group)
          return members.length === 0 ? null : (
            <Box key={group} role="group" aria-label={translate(`enums.RankGroup.${group}`)}>
              <Typography aria-hidden sx={{ fontSize: 12, fontWeight: 600, color: 'text.secondary', borderBottom: '1px solid var(--line)', pt: 1.5, pb: 0.5 }}>
                {translate(`enums.RankGroup.${group}`)}
              </Typography>
              {members.map((unit) => (
                <RankRow key={unit.entryId} unit={unit} places={places} selected={unit.entryId === selected} onSelect={() => onSelect(unit.entryId)} />
              ))}
            </Box>
          )
        })}
      </Box>
      <Typography variant="body2" sx={{ mt: 1.5, display: 'flex', gap: 0.75 }}>
        <InfoOutlined aria-hidden sx={{ fontSize: 16, mt: '1px' }} />
        {translate('edition.noWinner')}
      </Typography>
    </ChartWithTable>
  )
}

const byPlace = (a: Unit, b: Unit) => a.medianRank - b.medianRank || a.rank - b.rank || a.title.localeCompare(b.title)

function Axis({ places }: { places: number }) {
  const translate = useTranslate()
  const step = Math.max(1, Math.ceil(places / (places > 99 ? 4 : 8)))
  const ranks = Array.from({ length: places }, (_, index) => index + 1).filter((rank) => (rank - 1) % step === 0)
  return (
    <Box aria-hidden sx={{ ...rankColumns, fontSize: 12, color: 'text.secondary', px: 1 }}>
      <Box component="span" sx={{ display: { xs: 'none', sm: 'block' } }} />
      <svg aria-hidden="true" width="100%" height="16" style={{ overflow: 'visible' }} fill="var(--ink2)">
        {ranks.map((rank) => (
          <text key={rank} x={`${shareOf(rank, places)}%`} y="12" textAnchor="middle">
            {rank}
          </text>
        ))}
      </svg>
      <Box component="span" sx={{ textAlign: 'right', lineHeight: 1.1 }}>
        {translate('edition.inFirstThird')}
      </Box>
    </Box>
  )
}

function Legend() {
  const translate = useTranslate()
  return (
    <ChartMarks>
      {(['PILOT', 'ONGOING', 'PROSPECTIVE'] as const).map((kind) => (
        <ChartMark key={kind} text={translate(kind === 'PROSPECTIVE' ? 'edition.plannedMark' : kind === 'PILOT' ? 'edition.pilotMark' : 'edition.otherMark')}>
          <RankMark kind={kind} selected={false} x="12" />
        </ChartMark>
      ))}
    </ChartMarks>
  )
}
