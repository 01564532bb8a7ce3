import { gammaln } from 'simple-statistics'

/**
 * Tail probabilities to some 12 digits, which the tables and short series of simple-statistics do not reach.
 * Regularised incomplete gamma and beta functions by series and continued fraction: Abramowitz & Stegun (1964) 6.5, 26.5.
 */
const STEPS = 500
const EPSILON = 1e-16
const TINY = 1e-300

/** Two-sided p-value of a standard normal z. */
export function normalTwoSided(z: number): number {
  return z === 0 ? 1 : gammaTail(0.5, (z * z) / 2)
}

/** Upper tail of the chi-square distribution. */
export function chiSquareTail(chi2: number, df: number): number {
  return chi2 <= 0 ? 1 : gammaTail(df / 2, chi2 / 2)
}

/** Two-sided p-value of Student's t. */
export function studentTwoSided(t: number, df: number): number {
  return betaShare(df / (df + t * t), df / 2, 0.5)
}

/** The z that leaves (1 - confidence) / 2 on either side of the standard normal distribution. */
export function normalCritical(confidence: number): number {
  return solve((z) => normalTwoSided(z), 1 - confidence)
}

/** The t that leaves (1 - confidence) / 2 on either side of Student's distribution. */
export function studentCritical(confidence: number, df: number): number {
  return solve((t) => studentTwoSided(t, df), 1 - confidence)
}

/** Bisects a tail that falls from 1 at 0 towards 0. */
function solve(tail: (x: number) => number, wanted: number): number {
  let low = 0
  let high = 1
  while (tail(high) > wanted && high < 1e12) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (tail(middle) > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Upper regularised incomplete gamma function Q(a, x). */
function gammaTail(a: number, x: number): number {
  const factor = Math.exp(-x + a * Math.log(x) - logGamma(a))
  return x < a + 1 ? 1 - factor * gammaSeries(a, x) : factor * gammaFraction(a, x)
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let n = 1; n < STEPS && Math.abs(term) > EPSILON * Math.abs(total); n++) {
    term *= x / (a + n)
    total += term
  }
  return total
}

function gammaFraction(a: number, x: number): number {
  const b = x + 1 - a
  return 1 / fraction(b, (n) => [-n * (n - a), b + 2 * n])
}

/** Regularised incomplete beta function I_x(a, b). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a
  return front / fraction(1, (n) => [betaStep(n, x, a, b), 1])
}

function betaStep(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2)
  if (n % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
}

/** Continued fraction b0 + a1/(b1 + a2/(b2 + ...)) after Lentz. */
function fraction(b0: number, term: (n: number) => readonly [number, number]): number {
  let value = b0 || TINY
  let c = value
  let d = 0
  for (let n = 1; n < STEPS; n++) {
    const [a, b] = term(n)
    d = 1 / (b + a * d || TINY)
    c = b + a / c || TINY
    value *= c * d
    if (Math.abs(c * d - 1) < EPSILON * 4) break
  }
  return value
}

/** Shifted up, since the series of simple-statistics is exact for larger arguments only. */
function logGamma(x: number): number {
  return x < 15 ? logGamma(x + 1) - Math.log(x) : gammaln(x)
}
