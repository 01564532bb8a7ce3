import { determinant, inverse, Matrix } from 'ml-matrix'
import { sum } from 'simple-statistics'
import { MethodError } from '../shared/method-error.js'

export interface Regression {
  readonly coefficients: readonly number[]
  /** Degrees of freedom of the residuals. */
  readonly df: number
  /** Standard errors: common variance; heteroskedasticity robust (HC1); clustered (CR1) when clusters are given. Null without freedom. */
  readonly se: readonly (number | null)[]
  readonly seRobust: readonly (number | null)[]
  readonly seClustered: readonly (number | null)[] | null
}

/**
 * Ordinary least squares of y on the columns of X (a column of 1 for the intercept included).
 * Errors: COLLINEAR when the columns do not vary independently. Source: Wooldridge, Introductory Econometrics; robust: MacKinnon & White (1985).
 */
export function regress(X: readonly (readonly number[])[], y: readonly number[], clusters?: readonly unknown[]): Regression {
  const [n, k] = [X.length, X[0]?.length ?? 0]
  const design = new Matrix(X.map((row) => [...row]))
  const crossed = design.transpose().mmul(design)
  if (Math.abs(determinant(new Matrix(scaled(crossed)))) < 1e-10) throw new MethodError('COLLINEAR', 'rows', 'groups and times do not vary independently')
  const bread = inverse(crossed)
  const coefficients = bread
    .mmul(design.transpose())
    .mmul(Matrix.columnVector([...y]))
    .to1DArray()
  const residuals = y.map((value, i) => value - sum((X[i] as number[]).map((x, j) => x * (coefficients[j] as number))))
  const df = n - k
  const errors = (meat: Matrix, factor: number) => coefficients.map((_, j) => (df > 0 ? Math.sqrt(factor * bread.mmul(meat).mmul(bread).get(j, j)) : null))
  const scores = X.map((row, i) => row.map((x) => x * (residuals[i] as number)))
  const groups = clusters === undefined ? null : clusterSums(scores, clusters)
  const g = groups?.length ?? 0
  return {
    coefficients,
    df,
    se: errors(crossed, sum(residuals.map((r) => r * r)) / df),
    seRobust: errors(outer(scores), n / df),
    seClustered: groups === null ? null : g < 2 ? coefficients.map(() => null) : errors(outer(groups), (g / (g - 1)) * ((n - 1) / df)),
  }
}

/** Scaled to a diagonal of 1, so that its determinant tells collinearity whatever the units. */
function scaled(crossed: Matrix): number[][] {
  const root = crossed.diagonal().map((entry) => Math.sqrt(entry) || 1)
  return crossed.to2DArray().map((row, i) => row.map((entry, j) => entry / ((root[i] as number) * (root[j] as number))))
}

function outer(rows: readonly (readonly number[])[]): Matrix {
  const scores = new Matrix(rows.map((row) => [...row]))
  return scores.transpose().mmul(scores)
}

function clusterSums(scores: readonly (readonly number[])[], clusters: readonly unknown[]): number[][] {
  const sums = new Map<unknown, number[]>()
  scores.forEach((row, i) => {
    const before = sums.get(clusters[i])
    sums.set(clusters[i], before === undefined ? [...row] : before.map((entry, j) => entry + (row[j] as number)))
  })
  return [...sums.values()]
}
