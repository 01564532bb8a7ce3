import { defineEnum } from './define-enum.js'

/** Which mark stands before the decimals of a file's numbers. */
export const DecimalMark = defineEnum('DecimalMark', 'Which mark stands before decimals.', ['POINT', 'COMMA'])

/** Each as the character that it is. */
export const decimalMarks = { POINT: '.', COMMA: ',' } as const
