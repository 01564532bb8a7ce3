import { type BaseChange, baseChanges } from '@clusterpolisee/methods'
import { type EditionInput, ranked } from './edition-input.js'
import { uncertaintyInput } from './uncertainty-input.js'

/** What a step of an edition did to one value, with the words of what it freezes. */
export interface EditionChange {
  readonly step: 'DRAWN_IN' | 'FILLED_IN'
  readonly entryId: string
  readonly entryTitle: string
  readonly indicatorId: string
  readonly indicatorTitle: string
  readonly before: number | null
  readonly after: number
  readonly ofDistance: boolean
  readonly skewness: number | null
  readonly kurtosis: number | null
}

const steps: Readonly<Record<BaseChange['step'], EditionChange['step']>> = { winsorise: 'DRAWN_IN', impute: 'FILLED_IN' }

/** All that the steps of an edition did to the values of ranked entries, by indicator. Errors: those of the methods (MethodError). */
export function editionChanges(input: EditionInput): EditionChange[] {
  const units = ranked(input.data)
  const titles = new Map(input.data.indicators.map(({ id, title }) => [id, title]))
  return baseChanges(uncertaintyInput(input)).map(({ step, unit, indicator, from, to, ...others }) => ({
    step: steps[step],
    entryId: units[unit]?.id ?? '',
    entryTitle: units[unit]?.title ?? '',
    indicatorId: indicator,
    indicatorTitle: titles.get(indicator) ?? '',
    before: from,
    after: to,
    ofDistance: others.ofDistance,
    skewness: others.skewness,
    kurtosis: others.kurtosis,
  }))
}
