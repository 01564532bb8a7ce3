import { finite } from '../shared/checks.js'

export type KappaReading = 'NONE' | 'SLIGHT' | 'FAIR' | 'MODERATE' | 'SUBSTANTIAL' | 'ALMOST_PERFECT'
export type AlphaReading = 'RELIABLE' | 'TENTATIVE' | 'UNRELIABLE'

/** By which rounding may bring a full agreement above 1. */
const NOISE = 1e-9

const kappaSteps: readonly (readonly [number, KappaReading])[] = [
  [0.2, 'SLIGHT'],
  [0.4, 'FAIR'],
  [0.6, 'MODERATE'],
  [0.8, 'SUBSTANTIAL'],
]

/**
 * A kappa (at most 1) in words. Rule: below 0 NONE, to 0.20 SLIGHT, to 0.40 FAIR, to 0.60 MODERATE, to 0.80 SUBSTANTIAL, above
 * ALMOST_PERFECT. A bound belongs to the lower word, 0 itself to SLIGHT.
 *
 * Missing: refused. Errors: no finite number, above 1. Source: Landis & Koch (1977) Biometrics 33.
 */
export function readKappa(kappa: number): KappaReading {
  finite(kappa, 'kappa', Number.NEGATIVE_INFINITY, 1 + NOISE)
  if (kappa < 0) return 'NONE'
  return kappaSteps.find(([upTo]) => kappa <= upTo)?.[1] ?? 'ALMOST_PERFECT'
}

/**
 * An alpha (at most 1) in words. Rule: from 0.80 RELIABLE, from 0.667 TENTATIVE, else UNRELIABLE.
 *
 * Missing: refused. Errors: no finite number, above 1. Source: Krippendorff (2004) Content Analysis.
 */
export function readAlpha(alpha: number): AlphaReading {
  finite(alpha, 'alpha', Number.NEGATIVE_INFINITY, 1 + NOISE)
  if (alpha >= 0.8) return 'RELIABLE'
  return alpha >= 0.667 ? 'TENTATIVE' : 'UNRELIABLE'
}
