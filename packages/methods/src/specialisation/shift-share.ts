import { sum } from 'simple-statistics'
import { numbers, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { numberList } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

export interface ShiftShareInput {
  /** Amounts by industry (employment, say) in the region, at the beginning and at the end. */
  readonly region0: readonly number[]
  readonly region1: readonly number[]
  /** The same industries in the reference economy; shares do as well as amounts, as long as both years share one base. */
  readonly nation0: readonly number[]
  readonly nation1: readonly number[]
}

export interface ShiftShareParts {
  readonly growth: number
  readonly nationalShare: number
  readonly industryMix: number
  readonly regionalShare: number
  readonly netShift: number
}

export interface ShiftShareResult extends ShiftShareParts {
  readonly byIndustry: { readonly [part in keyof ShiftShareParts]: readonly number[] }
  /** Growth of the totals, as shares: 0.1 is 10 per cent. */
  readonly regionalGrowthRate: number
  readonly nationalGrowthRate: number
}

const shape: InputShape<ShiftShareInput> = {
  keys: { region0: numberList, region1: numberList, nation0: numberList, nation1: numberList },
  forms: [{ needs: ['region0', 'region1', 'nation0', 'nation1'] }],
}

/**
 * Where the change of a region comes from, in the unit of the input; the three parts add up to the change (`growth`) exactly:
 * national share = e0 G, industry mix e0 (g_i - G), regional (competitive) share = change - e0 g_i. Net shift = mix + regional.
 *
 * Missing: refused. An industry new to the region has its whole change in the regional share. Errors: negative amounts, unequal lengths, TOTAL_ZERO for a
 * reference or region that starts from nothing, BASE_ZERO for an industry that the region has and the reference had not.
 * Source: Dunn (1960) Papers of the Regional Science Association 6.
 */
export function shiftShare(input: ShiftShareInput): ShiftShareResult {
  checkInput(input, shape)
  const [region0, region1, nation0, nation1] = read(input)
  const nationalGrowthRate = rate(nation0, nation1, 'nation0')
  const own = nation0.map((base, i) => (base === 0 ? nationalGrowthRate : (nation1[i] as number) / base - 1))
  const growth = region0.map((e, i) => (region1[i] as number) - e)
  const nationalShare = region0.map((e) => e * nationalGrowthRate)
  const industryMix = region0.map((e, i) => e * ((own[i] as number) - nationalGrowthRate))
  const regionalShare = region0.map((e, i) => (growth[i] as number) - e * (own[i] as number))
  const netShift = industryMix.map((mix, i) => mix + (regionalShare[i] as number))
  const byIndustry = { growth, nationalShare, industryMix, regionalShare, netShift }
  const total = (part: readonly number[]) => sum([...part])
  return {
    growth: total(growth),
    nationalShare: total(nationalShare),
    industryMix: total(industryMix),
    regionalShare: total(regionalShare),
    netShift: total(netShift),
    byIndustry,
    regionalGrowthRate: rate(region0, region1, 'region0'),
    nationalGrowthRate,
  }
}

function read(input: ShiftShareInput): [number[], number[], number[], number[]] {
  const region0 = numbers(input.region0, 'region0', 0)
  const [region1, nation0, nation1] = (['region1', 'nation0', 'nation1'] as const).map((name) => {
    const values = numbers(input[name], name, 0)
    sameLength(values, region0, name)
    return values
  }) as [number[], number[], number[]]
  region0.forEach((amount, i) => {
    if (amount > 0 && nation0[i] === 0) throw new MethodError('BASE_ZERO', `nation0[${i}]`, 'the region has this industry, the reference has not')
  })
  return [region0, region1, nation0, nation1]
}

function rate(before: number[], after: number[], path: string): number {
  if (sum(before) === 0) throw new MethodError('TOTAL_ZERO', path, 'growth from 0 is not defined')
  return sum(after) / sum(before) - 1
}
