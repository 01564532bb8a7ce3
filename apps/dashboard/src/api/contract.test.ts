import { speak } from '../testing/page'
import { choiceOf, contract, enumValues, fieldOf, inputFields, isOrderable, labelKey, nameOf, recordOf, sourceOf } from './contract'

const pilots = recordOf('pilots')

/** A field that must be there. */
function field(name: string, of = pilots) {
  const found = fieldOf(of, name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}

describe('a record', () => {
  it('is found by the name of its list', () => {
    expect(pilots.name).toBe('Pilot')
    expect(() => recordOf('nothing')).toThrow('There is no list nothing')
  })

  it('is called by what is filled', () => {
    expect(nameOf('Pilot', { title: 'Mill' })).toBe('Mill')
    expect(nameOf('ThematicArea', { shortName: 'Food', title: 'Food and water' })).toBe('Food')
    expect(nameOf('ThematicArea', { shortName: null, title: 'Food and water' })).toBe('Food and water')
  })

  it('that is numbered is called by its number too', () => {
    expect(nameOf('Activity', { number: '2.1', title: 'Talks' })).toBe('2.1 Talks')
    expect(nameOf('Activity', { number: null, title: 'Talks' })).toBe('Talks')
  })

  it('is called nothing where nothing is known of it', () => {
    expect([nameOf('Pilot', {}), nameOf('Nothing', { title: 'Mill' })]).toEqual(['', ''])
  })

  it('is called by a day as people say it', () => {
    speak('it')
    expect(nameOf('Measurement', { onDay: '2014-01-31', value: 45 })).toBe('31 gennaio 2014 45')
  })

  it('that joins two is called by both, save by the one that goes without saying', () => {
    const row = { plan: { title: 'How it went' }, pilot: { title: 'Mill' } }
    expect(nameOf('EvaluationSubject', row, 'plan')).toBe('Mill')
  })
})

describe('a field', () => {
  it('stands in a form by its id when it is a relation, by its translations when it is kept in several languages', () => {
    expect([sourceOf(field('partner')), sourceOf(field('title')), sourceOf(field('title', recordOf('criteria')))]).toEqual([
      'partnerId',
      'title',
      'titleTranslations',
    ])
  })

  it('orders a list, unless it is a relation', () => {
    expect([isOrderable(field('title')), isOrderable(field('partner'))]).toEqual([true, false])
  })

  it('is asked for where it can be given, and never the project', () => {
    const asked = (mode: 'create' | 'update') => inputFields(recordOf('contacts'), mode).map(({ name }) => name)
    expect(asked('create')).toContain('partner')
    expect(asked('update')).not.toContain('partner')
    expect([...asked('create'), ...asked('update')].filter((name) => name === 'project' || name === 'createdAt')).toEqual([])
  })

  it('is left to its own dialog where that says what follows', () => {
    expect(
      inputFields(recordOf('projects'), 'update')
        .map(({ name }) => name)
        .filter((name) => /public|publish/i.test(name)),
    ).toEqual([])
  })

  it('has a label under its list', () => {
    expect(labelKey(pilots, 'title')).toBe('resources.pilots.fields.title')
  })
})

describe('a choice', () => {
  it('is one of its enum', () => {
    expect(choiceOf('Abstention', 'TOO_EARLY')).toBe('TOO_EARLY')
    expect(() => choiceOf('Abstention', 'MAYBE')).toThrow('MAYBE is no Abstention')
  })

  it('of an enum that nobody knows is none', () => {
    expect(enumValues('Nothing')).toEqual([])
    expect(enumValues('Abstention')).toEqual(contract.enums.Abstention)
  })
})
