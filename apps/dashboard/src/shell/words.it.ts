import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words around the pages, in Italian. */
export const italian: WordsOf<typeof english> = {
  search: {
    title: 'Cerca ovunque',
    label: 'Parole da cercare',
    nothing: 'Nulla in questo progetto ha «%{text}» nel nome.',
  },
  session: {
    ended: 'La sua sessione è finita',
    keep: 'Acceda di nuovo come %{name}. Ciò che ha scritto è ancora qui.',
    later: 'Più tardi',
    leave: 'Lascia questo computer',
  },
}
