import type { I18nProvider } from 'react-admin'

/** How a project calls the axes of its matrix, in the language of the page; null: as they are called everywhere. */
export interface AxisNames {
  readonly areaAxis: string | null
  readonly areaAxes: string | null
  readonly phaseAxis: string | null
  readonly phaseAxes: string | null
}

const areaKey = /^(resources\.(thematicAreas\.name|\w+\.fields\.thematicArea)|enums\.ProgressBy\.AREA)$/
const phaseKey = /^(resources\.(phases\.name|\w+\.fields\.phase)|enums\.ProgressBy\.PHASE)$/

/** A project's own word for what a key says, in the number that is asked; null where it has none. */
export function ownWord(names: AxisNames, key: string, count = 1): string | null {
  const [one, many] = areaKey.test(key) ? [names.areaAxis, names.areaAxes] : phaseKey.test(key) ? [names.phaseAxis, names.phaseAxes] : [null, null]
  return count === 1 ? (one ?? many) : (many ?? one)
}

/** The same words, save that the axes are called as a project calls them. */
export function withOwnWords(provider: I18nProvider, names: AxisNames): I18nProvider {
  return { ...provider, translate: (key, options) => ownWord(names, key, options?.smart_count) ?? provider.translate(key, options) }
}

/** The axes' names as parts of sentences: one and many of each. */
export function axisWords(translate: I18nProvider['translate']) {
  const name = (list: string, count: number): string => translate(`resources.${list}.name`, { smart_count: count })
  return { area: name('thematicAreas', 1), areas: name('thematicAreas', 2), phase: name('phases', 1), phases: name('phases', 2) }
}
