import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> = {
  rooms: {
    events: 'Eventi',
  },
  waits: {
    DECISION: 'Dare seguito: %{title}',
  },
  events: {
    calendar: 'File di calendario',
    attend: 'Inserisca le presenze: %{partner}',
    finish: 'Segna come fatta',
    done: 'fatta il %{day}',
    noDay: 'giorno non noto',
  },
}
