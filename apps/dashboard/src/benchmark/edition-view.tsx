import { Box } from '@mui/material'
import { useCallback, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Loading } from '../kit/loading'
import { DrawnWeights } from './drawn-weights'
import { EditionChanges } from './edition-changes'
import type { Edition, Unit } from './edition-data'
import { EditionValues } from './edition-values'
import { PillarScores } from './pillar-scores'
import { NEW, Placing } from './placing'
import { Profile } from './profile'
import { Ranking } from './ranking'
import { ScoreParts } from './score-parts'
import { Sensitivity } from './sensitivity'
import type { Placement } from './use-placement'
import { useUnits } from './use-units'

interface Placed {
  readonly entryId: string
  readonly placement: Placement
}

/** An edition: the ranking, what is chosen in it beside its peers, what is planned, what moves the ranks, and all its data. */
export function EditionView({ edition }: { edition: Edition }) {
  const translate = useTranslate()
  const { result } = edition
  const [chosen, setChosen] = useState('')
  const [placed, setPlaced] = useState<Placed | null>(null)
  const onPlaced = useCallback((entryId: string, placement: Placement | null) => setPlaced(placement && { entryId, placement }), [])
  const first = result.units.find(({ kind }) => kind === 'PILOT') ?? result.units[0]
  const unit = result.units.find(({ entryId }) => entryId === chosen) ?? first
  const details = useUnits(edition.id, unit ? [unit.title] : [])
  if (!unit) return null
  const own = details?.get(unit.title)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
        <Box sx={{ flex: '1 1 440px', minWidth: 0 }}>
          <Ranking
            units={withPlaced(result.units, placed, translate('edition.another'))}
            selected={unit.entryId}
            onSelect={(entryId) => setChosen(entryId === NEW ? unit.entryId : entryId)}
            file={`ranking-${edition.title}`}
          />
          <Placing edition={edition} onPlaced={onPlaced} />
        </Box>
        <Box sx={{ flex: '1 1 420px', minWidth: 0 }}>
          {own ? (
            <>
              <Profile key={unit.entryId} edition={edition} unit={unit} details={own} />
              <PillarScores edition={edition} details={own} />
              <ScoreParts edition={edition} unit={unit} details={own} />
            </>
          ) : (
            <Loading />
          )}
          <Sensitivity result={result} file={`sensitivity-${edition.title}`} />
        </Box>
      </Box>
      <DrawnWeights edition={edition} />
      <EditionChanges edition={edition} />
      <EditionValues edition={edition} />
    </>
  )
}

/** The ranking with what is being typed at its present place. */
function withPlaced(units: readonly Unit[], placed: Placed | null, title: string): Unit[] {
  if (!placed) return [...units]
  const { entryId, placement } = placed
  const { score, rank, medianRank, rankFrom, rankTo, firstThird, rankGroup: group } = placement
  const place = { score, rank, medianRank, rankFrom, rankTo, firstThird, group }
  if (entryId !== NEW) return units.map((unit) => (unit.entryId === entryId ? { ...unit, ...place } : unit))
  return [...units, { entryId: NEW, title, kind: 'PROSPECTIVE', regionCode: null, planned: true, ...place }]
}
