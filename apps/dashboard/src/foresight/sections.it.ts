import type { sections as english } from './sections.en'

/** The sections of NACE Rev. 2, in Italian. */
export const sections: Readonly<Record<keyof typeof english, string>> = {
  A: 'Agricoltura, silvicoltura e pesca',
  B: 'Estrazione di minerali',
  C: 'Manifattura',
  D: 'Fornitura di energia',
  E: 'Acqua e rifiuti',
  F: 'Costruzioni',
  G: 'Commercio e riparazione di veicoli',
  H: 'Trasporto e magazzinaggio',
  I: 'Alloggio e ristorazione',
  J: 'Informazione e comunicazione',
  K: 'Finanza e assicurazioni',
  L: 'Attività immobiliari',
  M: 'Servizi professionali, scientifici e tecnici',
  N: 'Servizi amministrativi e di supporto',
  O: 'Amministrazione pubblica e difesa',
  P: 'Istruzione',
  Q: 'Sanità e assistenza sociale',
  R: 'Arte, spettacolo e tempo libero',
  S: 'Altri servizi',
  T: 'Famiglie come datori di lavoro',
  U: 'Organizzazioni internazionali',
  TOTAL: 'Tutte le attività',
}
