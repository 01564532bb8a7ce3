import type { WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> = {
  rooms: {
    workplan: 'Piano di lavoro',
  },
  pages: {
    timeline: 'Linea del tempo',
  },
  timeline: {
    sentence: 'Che cosa era previsto, che cosa si è svolto e che cosa è in ritardo al %{day}.',
    view: 'Disegno o elenco',
    list: 'Elenco',
    what: 'Che cosa',
    when: 'Quando',
    fold: '%{name}: mostra o nascondi il contenuto',
    noPackage: 'In nessun pacchetto di lavoro',
    empty: 'ancora vuoto',
    achieved: '%{achieved} raggiunto, %{planned} previsto',
    cut: '%{name}: sono mostrate le prime %{shown} voci di %{total}; apra l’elenco completo',
    undated: 'nessuna data è nota',
    due: 'scadenza %{day}',
    fromTo: 'dal %{from} al %{until}',
    onlyFrom: 'dal %{from}, fine non nota',
    onlyUntil: 'fino al %{until}, inizio non noto',
    formerEnd: 'la fine era prevista il %{day}',
    since: 'in corso dal %{from}',
    ran: 'svolto dal %{from} al %{until}',
    cancelled: 'svolto dal %{from}, annullato il %{until}',
    legend: {
      planned: 'previsto',
      vague: 'noto solo al mese o all’anno',
      ran: 'svolto',
      met: 'consegnato o superato',
      late: 'in ritardo fino al giorno della pagina',
      formerEnd: 'fine precedente',
      day: 'il giorno della pagina',
    },
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
