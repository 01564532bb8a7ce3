import type { Translate } from '../api/translate'

/** A division, section or group of NACE Rev. 2 with its name, as "C25 Metal products"; of a group, the names of its ends. */
export function divisionText(division: string, translate: Translate): string {
  const ends = division.split('-').map((end) => translate(`nace.${end}`))
  return `${division} ${ends.join(' … ')}`
}
