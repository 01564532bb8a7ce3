import { createRequire } from 'node:module'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import { contract, enumValues, type FieldFacts } from '../api/contract'
import type { Translate } from '../api/translate'
import { english as kit } from '../kit/words.en'
import { italian as kitItalian } from '../kit/words.it'
import { speak } from '../testing/page'
import { deedText } from './deed-text'
import { type Change, type Deed, deedsOf } from './deeds'
import { english as records } from './words.en'
import { italian as recordsItalian } from './words.it'

const labelsOf = (language: string): object => createRequire(import.meta.url)(`@clusterpolisee/contract/labels/${language}.json`)

const sayings = { en: { ...kit, ...records }, it: { ...kitItalian, ...recordsItalian } }

/** Lets the page speak a language in a test; answers what puts keys of records, contract and kit into its words. */
function speaker(language: 'en' | 'it'): Translate {
  speak(language)
  const provider = polyglotI18nProvider(() => ({ ...labelsOf(language), ...sayings[language] }) as never, language, undefined, { allowMissing: true })
  return (key, options) => provider.translate(key, options)
}

const pilot = '00000000-0000-4000-8000-000000000001'
const partner = '00000000-0000-4000-8000-000000000002'
const names = new Map([
  [pilot, 'Innovation vouchers'],
  [partner, 'Northern Agency'],
])

/** A change of a pilot, a second after the former one at most. */
const change = (field: string, before: unknown, after: unknown, facts: Partial<Change> = {}): Change =>
  ({ id: field, recordType: 'Pilot', recordId: pilot, field, before, after, byName: 'Lena Lead', at: '2014-05-01T10:00:00.100Z', ...facts }) as Change

const said = (language: 'en' | 'it', ...changes: readonly Change[]) => {
  const translate = speaker(language)
  return deedsOf(changes).map((deed) => deedText(deed, { translate, names, currency: 'EUR' }))
}

describe('one deed is one sentence with the record’s name', () => {
  it('of a start: its state and its day, without how exactly the day is known', () => {
    const start = [change('startedOnPrecision', null, 'DAY'), change('startedOn', null, '2014-05-01'), change('status', 'PLANNED', 'RUNNING')]
    expect(said('en', ...start)).toEqual(['Innovation vouchers started 1 May 2014; is now running, was planned'])
    expect(said('it', ...start)).toEqual(['Innovation vouchers comincia il 1 maggio 2014; ora: in corso, prima prevista'])
  })

  it('of a due day that moved', () => {
    const moved = change('dueOn', '2014-06-30', '2014-07-31', { recordType: 'Deliverable' })
    expect(said('en', moved)).toEqual(['Innovation vouchers is now due 31 July 2014, was 30 June 2014'])
  })

  it('of a relation, a text, a long text, nothing and the archive', () => {
    expect(said('en', change('partner', null, partner))).toEqual(['Innovation vouchers: responsible partner now Northern Agency'])
    expect(said('en', change('title', 'Vouchers', 'Innovation vouchers'))).toEqual(['Innovation vouchers is now called “Innovation vouchers”, was “Vouchers”'])
    expect(said('en', change('summary', 'One', 'Two'))).toEqual(['Innovation vouchers: summary rewritten'])
    expect(said('en', change('budget', 1000, null))).toEqual(['Innovation vouchers: budget now empty, was €1,000.00'])
    expect(said('en', change('archivedAt', null, '2014-05-01T10:00:00Z'))).toEqual(['Innovation vouchers was archived'])
  })

  it('two of different people, records or moments stay two', () => {
    const one = change('title', 'A', 'B')
    const others = [{ byName: 'Walter Package' }, { recordId: partner }, { at: '2014-05-01T10:00:02.000Z' }]
    for (const other of others) expect(deedsOf([one, change('budget', 1, 2, other)])).toHaveLength(2)
  })

  it('a kind of record that is no more tells nothing', () => {
    expect(deedsOf([change('title', 'A', 'B', { recordType: 'Gone' })])).toEqual([])
  })
})

/** A value of a field as the trail keeps it. */
function keptValueOf({ kind, choices, target }: FieldFacts): unknown {
  if (target) return partner
  if (kind === 'choice') return enumValues(choices ?? '').at(-1)
  if (kind === 'day') return '2014-05-01'
  if (kind === 'moment') return '2014-05-01T10:00:00Z'
  if (kind === 'flag') return true
  if (kind === 'timeZone') return 'Europe/Rome'
  if (kind === 'json') return { runs: 1000 }
  if (kind === 'localised') return { en: 'Words' }
  if (['money', 'decimal', 'integer', 'share'].includes(kind)) return 1
  return kind === 'currency' ? 'EUR' : kind === 'country' ? 'RO' : 'a41f'.repeat(16)
}

const deeds = Object.values(contract.records)
  .filter(({ audited }) => audited)
  .flatMap(({ name, fields }) => fields.map((field) => [name, field] as const))

/** Names and values that only programs use: camelCase and SCREAMING_SNAKE. */
const ofPrograms = /\b[a-z]+[A-Z]\w*|\b[A-Z]+_[A-Z_]+\b|%\{|undefined|\[object|resources\.|deed\.|enums\./

describe.each(['en', 'it'] as const)('no change of any field is told in a program’s words: %s', (language) => {
  it.each(deeds)('%s', (record, field) => {
    const translate = speaker(language)
    const value = keptValueOf(field)
    const deed = (before: unknown, after: unknown): Deed => deedsOf([change(field.name, before, after, { recordType: record })])[0] as Deed
    const texts = [deed(null, value), deed(value, null), deed(value, value)].map((one) => deedText(one, { translate, names, currency: 'EUR' }))
    const isTyped = field.input !== 'none' && ['text', 'url', 'email'].includes(field.kind)
    for (const text of texts) {
      expect(text ?? '').not.toMatch(ofPrograms)
      if (!isTyped) expect(text ?? '').not.toMatch(/[0-9a-f]{16,}/)
    }
  })
})
