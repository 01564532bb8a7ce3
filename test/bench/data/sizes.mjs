/**
 * How many rows a data set has: projects, pilots of each, indicators of each pilot, measurements of each indicator.
 * A project has 25 partners, an indicator one seat and four targets.
 */
const sizes = {
  sample: { projects: 1, pilots: 100, indicators: 10, measurements: 12 },
  programme: { projects: 100, pilots: 100, indicators: 2, measurements: 50 },
}

export const sizeNames = Object.keys(sizes)

/** A data set's numbers; `scale` (0..1) makes it smaller by its number of projects, for a smoke run. */
export function sizeOf(name, scale = 1) {
  const { projects, ...rest } = sizes[name]
  return { projects: Math.max(1, Math.round(projects * scale)), ...rest }
}
