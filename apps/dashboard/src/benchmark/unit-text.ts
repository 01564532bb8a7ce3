import type { Translate } from '../api/translate'
import { numberText } from '../kit/format'

interface Counted {
  readonly unit: string | null
  readonly per?: number | null
  /** Title of the indicator that it is counted per; null: it is counted as it is. */
  readonly denominatorTitle?: string | null
}

/** In what an indicator is counted, and per what: firms per 1,000 of Inhabitants; empty where that is not said. */
export function unitText({ unit, per, denominatorTitle }: Counted, translate: Translate): string {
  if (!denominatorTitle) return unit ?? ''
  return translate('benchmark.unitPer', { unit: unit ?? '', per: numberText(per ?? 1), title: denominatorTitle }).trim()
}
