import { readdirSync, readFileSync } from 'node:fs'

/** Linux tells in hundredths of a second, whatever its clock. */
const TICK = 10

/** Processor time that a process has used, own and for the kernel, in ms; NaN where /proc is missing. */
export function cpuTime(pid) {
  const { own } = factsOf(pid) ?? { own: Number.NaN }
  return own * TICK
}

/** The same of a process with all its children, those that have ended included. */
export function familyTime(pid) {
  const parent = factsOf(pid)
  if (!parent) return Number.NaN
  const others = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(factsOf)
  const living = others.reduce((sum, facts) => sum + (facts?.parent === pid ? facts.own : 0), 0)
  return (parent.own + parent.ended + living) * TICK
}

/** In ticks: what a process used itself, and what its ended children did; null when there is no such process. */
function factsOf(pid) {
  try {
    // The name stands in parentheses and may hold spaces; after it come state, parent, …, utime (12th), stime, cutime, cstime.
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ').map(Number)
    return { parent: facts[1], own: facts[11] + facts[12], ended: facts[13] + facts[14] }
  } catch {
    return null
  }
}
