import { readFileSync } from 'node:fs'

/** Linux tells in hundredths of a second, whatever its clock. */
const TICK = 10

/** Processor time that processes have used, own and for the kernel, in ms; those that have ended count nothing, NaN where /proc is missing. */
export function cpuTime(pids) {
  try {
    readFileSync('/proc/self/stat')
  } catch {
    return Number.NaN
  }
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * TICK, 0)
}

function ticksOf(pid) {
  try {
    // The name stands in parentheses and may hold spaces; after it come state, …, utime (12th) and stime (13th).
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return Number(facts[11]) + Number(facts[12])
  } catch {
    return 0
  }
}
