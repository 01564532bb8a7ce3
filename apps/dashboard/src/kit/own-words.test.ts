import type { I18nProvider } from 'react-admin'
import { axisWords, ownWord, withOwnWords } from './own-words'

const names = { areaAxis: 'Theme', areaAxes: 'Themes', phaseAxis: null, phaseAxes: null }

const everywhere: I18nProvider = {
  translate: (key, { smart_count: count } = {}) => (count === undefined ? key : `${key} ${count}`),
  changeLocale: async () => undefined,
  getLocale: () => 'en',
}

describe("a project's own words", () => {
  it('stand for the names of the axes: in lists, at fields, in groups', () => {
    const keys = ['resources.thematicAreas.name', 'resources.pilots.fields.thematicArea', 'enums.ProgressBy.AREA']
    expect(keys.map((key) => ownWord(names, key))).toEqual(['Theme', 'Theme', 'Theme'])
    expect(ownWord(names, 'resources.thematicAreas.name', 2)).toBe('Themes')
  })

  it('stand for nothing else', () => {
    expect(ownWord(names, 'resources.thematicAreas.fields.title')).toBeNull()
    expect(ownWord(names, 'resources.phases.name')).toBeNull()
  })

  it('may be known in one number only', () => {
    expect(ownWord({ ...names, areaAxis: null }, 'resources.thematicAreas.name')).toBe('Themes')
    expect(ownWord({ ...names, areaAxes: null }, 'resources.thematicAreas.name', 5)).toBe('Theme')
  })

  it('go before those that everybody has', () => {
    const { translate } = withOwnWords(everywhere, names)
    expect(axisWords(translate)).toEqual({ area: 'Theme', areas: 'Themes', phase: 'resources.phases.name 1', phases: 'resources.phases.name 2' })
  })
})
