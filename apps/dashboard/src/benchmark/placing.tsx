import { Box, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { numberText } from '../kit/format'
import { Loading } from '../kit/loading'
import { Section } from '../kit/page'
import { numberOf, typedNumber } from '../kit/typed'
import { TypedField } from '../kit/typed-field'
import { comparedValueOf, type Edition, type UnitDetails } from './edition-data'
import { PlacingChart } from './placing-chart'
import { unitText } from './unit-text'
import { type Placement, usePlacement } from './use-placement'
import { useUnits } from './use-units'

/** Entry of what is typed from nothing. */
export const NEW = 'new'

type Typed = Readonly<Record<string, string>>

interface Props {
  readonly edition: Edition
  /** Told what was found, or null where nothing can be said. */
  readonly onPlaced: (entryId: string, placement: Placement | null) => void
}

type Details = ReadonlyMap<string, UnitDetails>

/** Where an initiative that has not started would land, while its planned values are typed. */
export function Placing({ edition, onPlaced }: Props) {
  const titles = edition.result.units.filter(({ planned }) => planned).map(({ title }) => title)
  const details = useUnits(edition.id, titles)
  return details ? <PlacingForm edition={edition} details={details} onPlaced={onPlaced} /> : <Loading />
}

function PlacingForm({ edition, details, onPlaced }: Props & { details: Details }) {
  const translate = useTranslate()
  const planned = edition.result.units.filter((unit) => unit.planned)
  const valuesOf = (id: string) => typedOf(edition, details.get(planned.find((unit) => unit.entryId === id)?.title ?? ''))
  const [entryId, setEntryId] = useState(planned[0]?.entryId ?? NEW)
  const [typed, setTyped] = useState<Typed>(() => valuesOf(entryId))
  const take = (id: string) => {
    setEntryId(id)
    setTyped(valuesOf(id))
  }
  const read = edition.data.indicators.map(({ id }) => ({ indicatorId: id, value: numberOf(typed[id] ?? '').value }))
  const faulty = edition.data.indicators.some(({ id }) => numberOf(typed[id] ?? '').fault !== undefined)
  const { data, error } = usePlacement(edition.id, read)
  const placement = faulty || read.every(({ value }) => value === null) ? null : (data?.placeProspective ?? null)
  useEffect(() => onPlaced(entryId, placement), [entryId, placement, onPlaced])
  return (
    <Section
      title={translate('edition.placing')}
      actions={
        <Typography variant="body2" color="textSecondary">
          {translate('edition.outside')}
        </Typography>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, border: '1px dashed var(--violet)', borderRadius: 2, p: 2 }}>
        <Box sx={{ flex: '1 1 220px', display: 'grid', gap: 1.5, alignContent: 'start' }}>
          <TextField
            id="placing-entry"
            select
            label={translate('edition.whichPlanned')}
            value={entryId}
            onChange={(event) => take(event.target.value)}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            {planned.map((unit) => (
              <option key={unit.entryId} value={unit.entryId}>
                {unit.title}
              </option>
            ))}
            <option value={NEW}>{translate('edition.another')}</option>
          </TextField>
          {edition.data.indicators.map((indicator) => {
            const { id, title } = indicator
            const unit = unitText(indicator, translate)
            const isFar = placement?.outsideRange.includes(id) ?? false
            return (
              <TypedField
                key={id}
                kind="number"
                id={`placing-${id}`}
                label={unit ? `${title} (${unit})` : title}
                text={typed[id] ?? ''}
                onType={(text) => setTyped({ ...typed, [id]: text })}
                helperText={isFar ? translate('edition.far') : undefined}
                fullWidth
              />
            )
          })}
        </Box>
        <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
          <Box role="status" sx={{ mb: 1 }}>
            {placement ? <Found placement={placement} ranked={edition.result.units.length - planned.length} /> : null}
            {!placement && !error ? translate('edition.typeOne') : null}
            {error && !placement ? (error as Error).message : null}
          </Box>
          {placement ? <PlacingChart placement={placement} /> : null}
        </Box>
      </Box>
    </Section>
  )
}

function Found({ placement, ranked }: { placement: Placement; ranked: number }) {
  const translate = useTranslate()
  return (
    <>
      <Typography component="p" sx={{ fontWeight: 650, color: 'var(--violet)' }}>
        {translate('edition.lands', {
          median: numberText(placement.medianRank),
          from: numberText(placement.rankFrom),
          to: numberText(placement.rankTo),
          all: ranked + 1,
        })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('edition.landsHow', { runs: numberText(placement.runs), group: translate(`enums.RankGroup.${placement.rankGroup}`) })}
      </Typography>
    </>
  )
}

/** What is planned, as it is typed; empty for a new one. */
function typedOf(edition: Edition, details: UnitDetails | undefined): Typed {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : typedNumber(value))
  return Object.fromEntries(edition.data.indicators.map(({ id }) => [id, text(comparedValueOf(details, id)?.value)]))
}
