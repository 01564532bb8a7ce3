/** Fills a list with weights that sum to 1, uniform over all such lists (Dirichlet with every parameter 1): exponentials, scaled. */
export function simplexWeights(random: () => number, weights: Float64Array): void {
  let total = 0
  for (let j = 0; j < weights.length; j++) {
    weights[j] = -Math.log(1 - random())
    total += weights[j] as number
  }
  for (let j = 0; j < weights.length; j++) weights[j] = (weights[j] as number) / total
}
