import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> = {
  rooms: {
    reporting: 'Rendicontazione',
  },
  pages: {
    progress: 'Avanzamento del programma',
  },
  progress: {
    empty: 'Un pilota conta quando è cominciato e un suo indicatore ha un obiettivo.',
    by: 'Raggruppa per',
    achieved: 'Raggiunto',
    planned: 'Previsto',
    bar: 'Barra',
    standing: 'Posizione',
    coverage: 'Copertura',
    none: 'senza posto',
    finding: '%{month}: %{achieved} raggiunto, %{planned} previsto',
  },
}
