import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> = {
  rooms: {
    workplan: 'Piano di lavoro',
  },
  waits: {
    DELIVERABLE: 'Consegni: %{title}',
    MILESTONE: 'Superi: %{title}',
  },
  workplan: {
    handIn: 'Consegna',
    pass: 'Segna come superata',
    handedIn: 'consegnato il %{day}',
    passed: 'superata il %{day}',
  },
}
