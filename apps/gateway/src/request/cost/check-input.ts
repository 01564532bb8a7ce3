import { holdTo, limits } from './limits.js'

/** Throws for variables that are nested too deep or hold too many values; level by level, so that no depth is too much for counting. */
export function checkInput(variables: unknown): void {
  let level: readonly unknown[] = [variables]
  let size = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    holdTo(limits.inputDepth, depth)
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    size += level.length
    holdTo(limits.inputSize, size)
  }
}
