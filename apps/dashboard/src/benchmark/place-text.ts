import type { Translate } from '../api/translate'
import { numberText } from '../kit/format'
import type { Place } from './edition-data'

/** A place with its uncertainty in words; how often it is in the first third is to follow. */
export const placeText = (place: Place, translate: Translate): string =>
  translate('edition.place', {
    median: numberText(place.medianRank),
    from: numberText(place.rankFrom),
    to: numberText(place.rankTo),
  })
