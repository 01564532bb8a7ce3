import type { Translate } from '../api/translate'
import { numberText } from '../kit/format'

interface Directed {
  readonly direction: string
  readonly bandLow?: number | null | undefined
  readonly bandHigh?: number | null | undefined
}

/** Which way is better, in words; a band with its bounds. */
export function directionText({ direction, bandLow, bandHigh }: Directed, translate: Translate): string {
  const words = translate(`enums.Direction.${direction}`)
  if (typeof bandLow !== 'number' || typeof bandHigh !== 'number') return words
  return `${words}: ${translate('pilot.band', { low: numberText(bandLow), high: numberText(bandHigh) })}`
}
