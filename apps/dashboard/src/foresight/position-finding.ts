import type { Translate } from '../api/translate'
import { numberText, percentText } from '../kit/format'
import { divisionText } from './division-text'
import type { Asked, Position } from './position-data'

/** Where a region stands, in a sentence: what it has most of against the others, and how it grew. */
export function positionFinding(position: Position, asked: Asked, translate: Translate): string {
  const strongest = [...position.divisions]
    .filter(({ locationQuotient }) => (locationQuotient ?? 0) > 1)
    .sort((a, b) => (b.locationQuotient ?? 0) - (a.locationQuotient ?? 0))
    .slice(0, 2)
    .map(({ division, locationQuotient }) => `${divisionText(division, translate)} (${numberText(locationQuotient ?? 0)})`)
  const growth = position.growth === null ? translate('app.unknown') : percentText(position.growth, 1)
  return strongest.length > 0
    ? translate('position.finding', { divisions: strongest.join(', '), growth, from: asked.fromYear, to: asked.year })
    : translate('position.findingNone', { growth, from: asked.fromYear, to: asked.year })
}
