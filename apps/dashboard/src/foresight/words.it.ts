import type { Faults, WordsOf } from '../kit/words'
import { divisions } from './divisions.it'
import { sections } from './sections.it'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> & Faults = {
  rooms: {
    foresight: 'Prospettive',
  },
  pages: {
    regionalPosition: 'Posizione regionale',
  },
  position: {
    title: 'Posizione regionale',
    of: 'Posizione regionale di %{region}',
    empty: 'Non ci sono ancora statistiche regionali di due anni. Ne importi per vedere dove sta una regione.',
    noFigures: 'Non ci sono cifre di questa regione per l’ultimo anno.',
    figures: 'Tutte le cifre',
    region: 'Regione',
    measure: 'Misura',
    from: 'Dall’anno',
    year: 'All’anno',
    comparedWith: 'A confronto con',
    references: {
      all: 'Regioni del suo livello, lei compresa',
      others: 'Le altre regioni del suo livello',
      country: 'Regioni del suo livello e Paese, lei compresa',
      countryOthers: 'Le altre regioni del suo livello e Paese',
    },
    leftOut: 'Escluse, perché non hanno la cifra di alcune divisioni: %{regions}.',
    finding: 'Più forte rispetto alle regioni a confronto: %{divisions}. Dal %{from} al %{to} l’insieme è cambiato del %{growth}.',
    findingNone: 'Nessuna divisione è più forte che nelle regioni a confronto. Dal %{from} al %{to} l’insieme è cambiato del %{growth}.',
    quotients: 'Quozienti di localizzazione',
    quotientFinding: 'Più della sua parte in %{above} divisione su %{smart_count}. |||| Più della sua parte in %{above} divisioni su %{smart_count}.',
    division: 'Divisione',
    amount: 'Quantità (%{unit})',
    share: 'Quota della regione',
    quotient: 'Quoziente di localizzazione',
    peer: 'una regione pari',
    asAll: '1: come le regioni insieme',
    structure: 'Specializzazione, diversità e cambiamento',
    structureFinding:
      'Più specializzata di %{more} pari su %{smart_count}; il %{change} dell’insieme si è spostato tra divisioni dal %{from} al %{to}. |||| Più specializzata di %{more} pari su %{smart_count}; il %{change} dell’insieme si è spostato tra divisioni dal %{from} al %{to}.',
    krugman: 'Specializzazione (Krugman, da 0 a 2)',
    shannon: 'Diversità (Shannon)',
    herfindahl: 'Concentrazione (Herfindahl)',
    structuralChange: 'Spostato tra divisioni',
    growth: 'Crescita dell’insieme',
    shiftShare: 'Shift-share: di che cosa è fatto il cambiamento',
    shiftFinding: 'L’insieme è cambiato di %{change} %{unit} (%{growth}); %{own} sono la parte propria della regione.',
    noBefore: 'Non ci sono cifre del %{year}, quindi il cambiamento non è noto.',
    nationalShare: 'Come sono cresciute le regioni insieme',
    industryMix: 'Per le sue divisioni',
    regionalShare: 'Parte propria della regione',
    whole: 'Insieme',
    reference:
      'A confronto con %{smart_count} regione: %{regions}. Fonti: %{sources}. |||| A confronto con %{smart_count} regioni insieme: %{regions}. Fonti: %{sources}.',
    import: 'Importa statistiche regionali',
    importText:
      'Un file di un istituto di statistica o Suo (CSV, TSV, XLSX, ODS, JSON-stat), con gli anni in righe o in colonne. Se una colonna non si riconosce dal nome, si chiede una volta. Si prendono tutte le righe o nessuna.',
    importBrings: '%{rows} valori: %{recorded} nuovi, %{replaced} sostituiti, %{unchanged} invariati.',
    importUnknown:
      '%{smart_count} è segnato come non disponibile o riservato: resta ignoto. |||| %{smart_count} sono segnati come non disponibili o riservati: restano ignoti.',
  },
  nace: { ...divisions, ...sections },
  faults: {
    FILE_TOO_LARGE: 'Il file supera 10 MB. Lo divida per anno.',
    NOT_A_YEAR: 'Non è un anno tra 1950 e 2100.',
    PROJECT_NEEDED: 'Più progetti hanno queste statistiche. Dica quale.',
    NO_REFERENCE: 'Nessuna regione di questo confronto ha cifre del %{year} per tutte le divisioni della regione. Scelga un altro confronto.',
    OTHER_UNIT: 'Le altre cifre di questa misura sono in %{unit}. Converta questa.',
    SEVERAL_UNITS: 'Le cifre hanno più unità (%{units}) e non si possono sommare.',
    UNKNOWN_DIVISION: '%{division} non è una divisione, una sezione o un gruppo della NACE Rev. 2, come C25, C o B-E.',
    UNKNOWN_MEASURE: 'La misura %{measure} non esiste.',
  },
}
