import type { Translate } from '../api/translate'

/** A division of NACE Rev. 2 with the name of its section, as "C25 Manufacturing". */
export const divisionText = (division: string, translate: Translate): string => `${division} ${translate(`nace.${division.slice(0, 1)}`)}`
