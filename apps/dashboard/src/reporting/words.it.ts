import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> = {
  rooms: {
    reporting: 'Rendicontazione',
  },
  pages: {
    progress: 'Avanzamento del programma',
    late: 'In ritardo e in scadenza',
  },
  late: {
    sentence: '%{smart_count} voce al %{day} |||| %{smart_count} voci al %{day}',
    empty: 'Nulla di questo genere è in ritardo o in scadenza.',
    what: 'Che cosa',
    whose: 'Di chi',
    package: 'Pacchetto di lavoro',
    dueOn: 'Scadenza',
    state: 'In ritardo o in scadenza',
    all: 'Tutto',
    evaluator: 'chi valuta',
    mine: 'Solo ciò che aspetta me',
    nowhere: '%{kind}: nessuno',
    of: '%{smart_count} voce in ritardo: %{name} |||| %{smart_count} voci in ritardo: %{name}',
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
