import { type BaseChange, baseChanges } from '@clusterpolisee/methods'
import type { FrozenData } from '@clusterpolisee/schema'
import { divisions } from './divide.js'
import { type EditionInput, ranked } from './edition-input.js'
import { uncertaintyInput } from './uncertainty-input.js'

/** What a step of an edition did to one value, with the words of what it freezes. */
export interface EditionChange {
  readonly step: 'DIVIDED' | 'DRAWN_IN' | 'FILLED_IN'
  readonly entryId: string
  readonly entryTitle: string
  readonly indicatorId: string
  readonly indicatorTitle: string
  readonly before: number | null
  readonly after: number | null
  readonly ofDistance: boolean
  readonly skewness: number | null
  readonly kurtosis: number | null
  readonly divisor: number | null
  readonly divisorTitle: string | null
  readonly per: number | null
}

const steps: Readonly<Record<BaseChange['step'], 'DRAWN_IN' | 'FILLED_IN'>> = { winsorise: 'DRAWN_IN', impute: 'FILLED_IN' }

/** All that the steps of an edition did to the values of ranked entries, step by step, and by indicator. Errors: those of the methods (MethodError). */
export const editionChanges = (input: EditionInput): EditionChange[] => [...dividedValues(input.undivided ?? input.data), ...treatedValues(input)]

function dividedValues(data: FrozenData): EditionChange[] {
  const titles = new Map(data.entries.map(({ id, title }) => [id, title]))
  return divisions(data).map(({ entryId, indicator, ...division }) => ({
    ...division,
    step: 'DIVIDED',
    entryId,
    entryTitle: titles.get(entryId) ?? '',
    indicatorId: indicator.id,
    indicatorTitle: indicator.title,
    per: indicator.per ?? 1,
    ofDistance: false,
    skewness: null,
    kurtosis: null,
  }))
}

function treatedValues(input: EditionInput): EditionChange[] {
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
    divisor: null,
    divisorTitle: null,
    per: null,
  }))
}
