import type { Translate } from '../api/translate'
import type { Change } from './collaboration-data'

/** What changed, in a sentence. */
export function changeSentence({ pairs, gained, lost, unknown, before, after }: Change, translate: Translate): string {
  const parts = [
    translate('collaboration.sentence', { before: before.ties, after: after.ties, pairs }),
    translate('collaboration.gainedLost', { gained, lost }),
    unknown > 0 ? translate('collaboration.unknownPairs', { smart_count: unknown }) : '',
  ]
  return parts.filter(Boolean).join(' ')
}
