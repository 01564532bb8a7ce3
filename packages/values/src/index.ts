export { countries, FICTIONAL, isCountry } from './countries.js'
export { type DayReading, isDay, isMoment, readDay, writeDay } from './days.js'
export { type DecimalMark, decimalMark, digitsOf, MOST_DIGITS, type NumberReading, placesOf, readNumber, shifted, writeNumber } from './numbers.js'
export { lineOf, paragraphsOf } from './texts.js'
