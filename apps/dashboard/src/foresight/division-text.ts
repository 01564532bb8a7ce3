import type { Translate } from '../api/translate'

/** A division of NACE Rev. 2 with its name, as "C25 Metal products". */
export const divisionText = (division: string, translate: Translate): string => `${division} ${translate(`nace.${division}`)}`
