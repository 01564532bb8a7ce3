import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reactAdminItalian } from './kit/react-admin-it'
import { italian } from './words'

const labels = () => JSON.parse(readFileSync(join(import.meta.dirname, '../../../packages/contract/labels/it.json'), 'utf8')) as object

/** Every text below a group of words. */
const textsOf = (words: unknown): string[] => (typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsOf))

/** Who is spoken to as a friend. */
const friend = /(?<!\p{L})(tu|ti|te|tuo|tua|tuoi|tue|puoi|hai|devi|vuoi|sai|potrai)(?!\p{L})/iu
/** Who is told so what to do, where a sentence begins; on a button, without a full stop, the same word is a command to the product. */
const toldAsFriend =
  /(^|[.:?!] )(Scegli|Inserisci|Aggiungi|Prova|Riprova|Controlla|Carica|Chiedi|Usa|Scrivi|Attendi|Seleziona|Conferma|Rispondi|Correggi|Indica|Incolla|Ricarica|Segnala|Cambia)(?!\p{L})[^.]*\./u

it('Italian speaks to everybody in one form of address', async () => {
  const texts = [...textsOf(await italian()), ...textsOf(labels()), ...textsOf(reactAdminItalian)]
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => friend.test(text) || toldAsFriend.test(text))).toEqual([])
})
