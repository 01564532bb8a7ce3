import { some } from '../testing/some'
import type { RecordFacts } from './contract'
import { inputOf } from './input'

const record = some<RecordFacts>({
  fields: [
    { name: 'project', kind: 'belongsTo', input: 'create', inputName: 'projectId' },
    { name: 'partner', kind: 'belongsTo', input: 'always', inputName: 'partnerId' },
    { name: 'title', kind: 'localised', input: 'always', inputName: 'title' },
    { name: 'note', kind: 'longText', input: 'always', inputName: 'note' },
    { name: 'budget', kind: 'money', input: 'always', inputName: 'budget' },
    { name: 'status', kind: 'choice', input: 'none', inputName: 'status' },
  ],
})

const former = { id: '1', version: 3, projectId: 'p', partnerId: 'a', titleTranslations: { en: 'Mill' }, note: 'Old', budget: 0, status: 'ACTIVE' }
const update = (change: object) => inputOf(record, 'update', { ...former, ...change }, former)

describe('the input of an update', () => {
  it('is empty where nothing differs', () => {
    expect(update({})).toEqual({})
  })

  it('is what differs, under the names that the gateway has', () => {
    expect(update({ partnerId: 'b', titleTranslations: { en: 'Yard' } })).toEqual({ partnerId: 'b', title: { en: 'Yard' } })
  })

  it('empties what was emptied', () => {
    expect(update({ note: '', budget: null })).toEqual({ note: null, budget: null })
  })

  it('does not speak of what was empty and is', () => {
    expect(inputOf(record, 'update', { note: '', budget: null }, { note: null })).toEqual({})
  })

  it('tells nothing from not known', () => {
    expect(inputOf(record, 'update', { budget: 0 }, { budget: null })).toEqual({ budget: 0 })
  })

  it('leaves out what is written on creation only, and what is no input', () => {
    expect(update({ projectId: 'q', status: 'COMPLETED', version: 9 })).toEqual({})
  })

  it('leaves out what the form does not carry', () => {
    expect(inputOf(record, 'update', {}, former)).toEqual({})
  })
})

describe('the input of a creation', () => {
  it('is all that the form carries', () => {
    expect(inputOf(record, 'create', { projectId: 'p', note: 'New', status: 'ACTIVE' })).toEqual({ projectId: 'p', note: 'New' })
  })

  it('says what was left empty', () => {
    expect(inputOf(record, 'create', { note: '', budget: null })).toEqual({ note: null, budget: null })
  })
})
