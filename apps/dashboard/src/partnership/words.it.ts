import type { Faults, WordsOf } from '../kit/words'
import type { english } from './words.en'

/** Words of this room, in Italian. */
export const italian: WordsOf<typeof english> & Faults = {
  rooms: {
    partnership: 'Partenariato',
  },
  partner: {
    replace: 'Sostituisci',
    replaced: 'Sostituito. Sedi di misura e lavoro aperto sono passati.',
    replaceTitle: 'Sostituire %{name}',
    replaceText:
      'Da quel giorno il successore prende le sedi di misura, i piloti aperti e ciò di cui si occupava. Ciò che è stato misurato prima resta al partner precedente, le cui persone continuano a leggere e non scrivono più.',
    successor: 'Successore',
    successorHelp: 'Uno dell’elenco; oppure lasci vuoto e dica sotto chi è, per quanto si sa',
    partners: '%{smart_count} partner |||| %{smart_count} partner',
    andAssociated: '%{partners} e %{smart_count} membro associato |||| %{partners} e %{smart_count} membri associati',
    on: '%{partners} al %{day}',
    from: 'Dal',
    withdraw: 'Fai uscire',
    withdrawText: 'La sua storia resta; è nell’elenco con il giorno dell’uscita.',
    firstDayWithout: 'Primo giorno senza',
  },
  project: {
    publish: 'Pubblica la pagina del progetto',
    publishText:
      'Chiunque, senza un account, legge allora il progetto con i suoi partner, le linee della sua matrice, quanto sono avanzati esso e le sue aree, le azioni pilota e gli eventi il cui pubblico è chiunque, e le valutazioni pubblicate di tali azioni pilota.',
    withdraw: 'Ritira la pagina del progetto',
    withdrawText:
      'Da ora chi non ha un account non legge più nulla del progetto, compresi gli eventi e le valutazioni pubblici. Le edizioni pubblicate dei confronti si ritirano una per una.',
    publishProgress: 'Pubblica il suo avanzamento',
    publishProgressText:
      'Chiunque, senza un account, legge allora sulla pagina del progetto anche quanto sono avanzati il progetto e le sue aree. Ogni cifra è di almeno due partner, mai di uno solo.',
    publicNever: 'Mai: storia, note, importi, contatti, membri, pacchetti di lavoro con ciò che vi appartiene, misurazioni, fonti.',
    publicFields: 'Di ogni scheda questi campi:',
    published: 'Ora chiunque può leggere la pagina del progetto.',
    withdrawn: 'La pagina del progetto non è più pubblica.',
    publicPage: 'Pagina pubblica',
  },
  demonstration: {
    remove: 'Rimuovi la dimostrazione',
    removeText: 'Tutti i suoi partner, piloti e cifre spariscono per sempre. Gli altri progetti restano come sono.',
    removed: 'La dimostrazione è rimossa: %{smart_count} righe.',
  },
  region: {
    add: 'Aggiungi regioni',
    addText:
      'Ci sono gli elenchi ufficiali NUTS dal 2003 al 2021, con quelli di Albania, Montenegro, Macedonia del Nord, Serbia e Turchia. Ciò che manca (NUTS 2024; Bosnia-Erzegovina, Moldavia, Ucraina, Kosovo) lo aggiunge a mano un amministratore.',
    search: 'Codice o nome, come ITI3 o Toscana',
    found: '%{smart_count} trovata |||| %{smart_count} trovate',
    noneFound: 'Nessun elenco ha una tale regione.',
    list: 'Livello NUTS %{level}, elenco del %{year}',
    there: 'Livello NUTS %{level}, elenco del %{year}; c’è già',
    addChosen: 'Aggiungi %{smart_count} regione |||| Aggiungi %{smart_count} regioni',
    added: '%{smart_count} regione è aggiunta. |||| %{smart_count} regioni sono aggiunte.',
    missed:
      'Questa regione è negli elenchi ufficiali e non ancora qui: %{regions}. |||| Queste regioni sono negli elenchi ufficiali e non ancora qui: %{regions}.',
    notOfficial:
      'Nessun elenco ufficiale che c’è qui ha %{regions}. Il codice è giusto? |||| Nessun elenco ufficiale che c’è qui ha %{regions}. I codici sono giusti?',
    askAdministrator: 'Se sì, chieda a un amministratore di questa installazione di aggiungerla.',
    addByForm: 'La aggiunga a mano',
    notThere: 'Aggiungi una regione che non è nell’elenco',
  },
  map: {
    title: 'Dove sono i partner',
    finding: 'Mappa: %{partners} partner in %{smart_count} regione |||| Mappa: %{partners} partner in %{smart_count} regioni',
    notice: 'Confini: © EuroGeographics per i confini amministrativi; NUTS 2021.',
    elsewhere: 'Non su questa mappa',
  },
  public: {
    projects: 'Progetti pubblici',
    none: 'Qui non c’è nulla',
    associated: 'Membri associati',
    progress: 'Avanzamento',
    achieved: 'Raggiunto',
    planned: 'Previsto',
    progressTogether: 'Ogni cifra è di più partner insieme; di un’area senza cifra non si dice nulla.',
    noneText: 'Questo progetto non ha una pagina pubblica.',
  },
  faults: {
    FICTIONAL_COUNTRY: 'Solo la dimostrazione sta in un Paese inventato. Scelga un Paese.',
    HAS_AMOUNTS: 'Il progetto ha importi in %{currency}. Solo un progetto senza importi cambia valuta.',
    LAST_LEAD_PARTNER: 'Un progetto mantiene almeno una persona nel ruolo di capofila.',
    PARTNER_NEEDED: 'Dica a quale partner appartiene la persona.',
    ONE_HOLDS: 'Per questo campo vale già un’altra fonte. Prima dica che quella non vale.',
    SAME_PARTNER: 'Un partner non può sostituire se stesso.',
    SOURCE_NEEDED: 'Dica da dove viene il rendimento.',
    VERDICT_NEEDS_REASON: 'Dica perché questa fonte vale, o non vale.',
  },
}
