import type { RecordFacts } from '../api/contract'
import { some } from '../testing/some'
import { asFormData, compare, merged, writeTogether } from './merge'

const record = some<RecordFacts>({
  fields: [
    { name: 'title', kind: 'localised', input: 'always', inputName: 'title' },
    { name: 'partner', kind: 'belongsTo', input: 'always', inputName: 'partnerId' },
    { name: 'note', kind: 'longText', input: 'always', inputName: 'note' },
    { name: 'status', kind: 'choice', input: 'none', inputName: 'status' },
  ],
})

const base = { id: '1', titleTranslations: { en: 'Mill' }, partnerId: 'a', note: 'Old', status: 'PLANNED' }
const stored = { title: { en: 'Mill' }, partnerId: 'a', note: 'Old', status: 'PLANNED' }

const compared = (mine: object, theirs: object) => compare(record, base, { ...base, ...mine }, { ...stored, ...theirs })
const sources = (changes: readonly { readonly source: string }[]) => changes.map(({ source }) => source)

describe('two people changing one record', () => {
  it('clash where both changed a field to something else', () => {
    const { clashes, fits } = compared({ note: 'Mine' }, { note: 'Theirs' })
    expect(clashes).toMatchObject([{ source: 'note', base: 'Old', mine: 'Mine', theirs: 'Theirs' }])
    expect(fits).toEqual([])
  })

  it('do not clash where only one changed a field', () => {
    const { clashes, fits } = compared({ note: 'Mine' }, { partnerId: 'b' })
    expect(clashes).toEqual([])
    expect(fits.map(({ source, by }) => [source, by])).toEqual([
      ['note', 'mine'],
      ['partnerId', 'theirs'],
    ])
  })

  it('agree where both changed a field to the same', () => {
    const { clashes, fits } = compared({ note: 'Same' }, { note: 'Same' })
    expect([...clashes, ...fits]).toEqual([])
  })

  it('are compared by all languages of a text', () => {
    expect(sources(compared({ titleTranslations: { en: 'Yard' } }, { title: { en: 'Dock' } }).clashes)).toEqual(['titleTranslations'])
    expect(sources(compared({}, { title: { en: 'Mill', it: 'Mulino' } }).fits)).toEqual(['titleTranslations'])
  })

  it('do not differ by what is empty', () => {
    const { clashes, fits } = compare(record, { id: '1', note: null }, { id: '1' }, { note: undefined })
    expect([...clashes, ...fits]).toEqual([])
  })

  it('are compared by what a form carries only', () => {
    expect(compared({}, { status: 'ACTIVE' }).fits).toEqual([])
  })
})

describe('what is saved of both', () => {
  it('is what is stored, with what only I changed and what was chosen', () => {
    const found = compared({ note: 'Mine', titleTranslations: { en: 'Yard' } }, { partnerId: 'b', title: { en: 'Dock' } })
    const former = { ...asFormData(record, { ...stored, partnerId: 'b', title: { en: 'Dock' } }), version: 4 }
    expect(merged(former, found, ({ mine }) => mine)).toEqual({
      titleTranslations: { en: 'Yard' },
      partnerId: 'b',
      note: 'Mine',
      status: 'PLANNED',
      version: 4,
    })
    expect(merged(former, found, ({ theirs }) => theirs)).toMatchObject({ titleTranslations: { en: 'Dock' }, note: 'Mine' })
  })
})

describe('both texts in one', () => {
  it('take the words of each', () => {
    expect(writeTogether('The mill is old', 'The mill is very old', 'The water mill is old')).toBe('The water mill is very old')
  })

  it('stand one after the other where they exclude each other', () => {
    expect(writeTogether('open in May', 'open in June', 'open in July')).toBe('open in June July')
  })

  it('say once what both changed alike', () => {
    expect(writeTogether('old', 'new', 'new')).toBe('new')
  })

  it('keep the lines of a text', () => {
    expect(writeTogether('one\ntwo', 'one\ntwo\nthree', 'zero\none\ntwo')).toBe('zero\none\ntwo\nthree')
  })

  it('are the other one where one is empty', () => {
    expect([writeTogether(null, 'mine', null), writeTogether(null, null, 'theirs')]).toEqual(['mine', 'theirs'])
  })
})
