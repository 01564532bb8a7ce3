import { finite, list, unknownForm } from '../shared/checks.js'
import { checkInput, type InputShape, shaped } from '../shared/input-shape.js'
import { type Kind, listOf, number, pair, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

type Posts = readonly [number, number]

export interface Country {
  readonly name?: string
  /** Years. */
  readonly lifeExpectancy?: number
  readonly expectedYears?: number
  readonly meanYears?: number
  /** Dollars of 2017 (or the report's year) at purchasing power. */
  readonly gniPerCapita?: number
  /** In place of their indicators: indices 0 to 1. */
  readonly healthIndex?: number
  readonly educationIndex?: number
  readonly incomeIndex?: number
}

export interface HumanDevelopmentIndexInput extends Country {
  readonly countries?: readonly Country[]
  /** Those of the reports from 2014 on when left out: 20 to 85, 0 to 18, 0 to 15, 100 to 75,000. */
  readonly goalposts?: Partial<Readonly<Record<'lifeExpectancy' | 'expectedYears' | 'meanYears' | 'gniPerCapita', Posts>>>
  /** A remark on where indicators are capped, which is at their upper goalpost always. */
  readonly caps?: string
}

export interface DimensionIndices {
  readonly healthIndex: number
  readonly educationIndex: number
  readonly incomeIndex: number
  /** 0 to 1. */
  readonly hdi: number
}

export type HumanDevelopmentIndexResult = DimensionIndices | { readonly [index in keyof DimensionIndices]: readonly number[] }

const country: Readonly<Record<keyof Country, Kind>> = {
  name: text,
  lifeExpectancy: number,
  expectedYears: number,
  meanYears: number,
  gniPerCapita: number,
  healthIndex: number,
  educationIndex: number,
  incomeIndex: number,
}

const ofOne = Object.keys(country) as (keyof Country)[]

const shape: InputShape<HumanDevelopmentIndexInput> = {
  keys: {
    ...country,
    countries: listOf(shaped({ keys: country, forms: [{ needs: [] }] })),
    goalposts: shaped<Goalposts>({ keys: { lifeExpectancy: pair, expectedYears: pair, meanYears: pair, gniPerCapita: pair }, forms: [{ needs: [] }] }),
    caps: text,
  },
  forms: [{ needs: ['countries'] }, { needs: [], takes: ofOne }],
}

/**
 * Human development: hdi = (health x education x income)^(1/3); each index (x - low) / (high - low) between its goalposts, education the mean
 * of those of expected and mean years of schooling, income by logarithm; every indicator capped at its upper goalpost.
 *
 * Missing: refused; nothing may be missing of an index or all its indicators. Errors: a value below its lower goalpost, income not above 0.
 * Source: UNDP, Human Development Report, technical note 1 (2014 onwards).
 */
export function humanDevelopmentIndex(input: HumanDevelopmentIndexInput): HumanDevelopmentIndexResult {
  checkInput(input, shape)
  if (input.countries === undefined) return ofCountry(input, input.goalposts ?? {}, '')
  const found = list(input.countries, 'countries').map((country, index) => ofCountry(country as Country, input.goalposts ?? {}, `countries[${index}].`))
  const column = (name: keyof DimensionIndices) => found.map((indices) => indices[name])
  return { healthIndex: column('healthIndex'), educationIndex: column('educationIndex'), incomeIndex: column('incomeIndex'), hdi: column('hdi') }
}

type Goalposts = NonNullable<HumanDevelopmentIndexInput['goalposts']>

const parts = { healthIndex: ['lifeExpectancy'], educationIndex: ['expectedYears', 'meanYears'], incomeIndex: ['gniPerCapita'] } as const

function ofCountry(country: Country, posts: Goalposts, path: string): DimensionIndices {
  const scale = (name: keyof Goalposts, usual: Posts, read = (x: number) => x) => onScale(country[name], posts[name] ?? usual, read, `${path}${name}`)
  const known = (name: 'healthIndex' | 'educationIndex' | 'incomeIndex', otherwise: () => number) =>
    country[name] === undefined ? otherwise() : finite(country[name], `${path}${name}`, 0, 1)
  for (const [index, indicators] of Object.entries(parts))
    for (const name of indicators)
      if (country[index as keyof Country] !== undefined && country[name] !== undefined)
        throw unknownForm(`${path}${name}`, `${index}; ${indicators.join(' and ')}`)
  if (country.healthIndex === undefined && country.lifeExpectancy === undefined) throw unknownForm(path, 'countries; four indicators; dimension indices')
  const healthIndex = known('healthIndex', () => scale('lifeExpectancy', [20, 85]))
  const educationIndex = known('educationIndex', () => (scale('expectedYears', [0, 18]) + scale('meanYears', [0, 15])) / 2)
  const incomeIndex = known('incomeIndex', () => scale('gniPerCapita', [100, 75000], Math.log))
  return { healthIndex, educationIndex, incomeIndex, hdi: Math.cbrt(healthIndex * educationIndex * incomeIndex) }
}

function onScale(value: unknown, [low, high]: Posts, read: (x: number) => number, path: string): number {
  const given = finite(value, path)
  if (low >= high) throw new MethodError('OUT_OF_RANGE', `goalposts`, 'the upper goalpost is above the lower one')
  if (given < low) throw new MethodError('OUT_OF_RANGE', path, `${given} is below the lower goalpost ${low}`)
  return (read(Math.min(given, high)) - read(low)) / (read(high) - read(low))
}
