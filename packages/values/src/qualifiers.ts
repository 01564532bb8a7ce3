import { lineOf } from './texts.js'

/** How a number is to be read that is not exact. */
export type Qualifier = 'ABOUT' | 'MORE_THAN' | 'LESS_THAN'

/** As people write them before a number, in our languages. */
const WAYS: Readonly<Record<Qualifier, RegExp>> = {
  ABOUT: /^(?:[~≈]|about\b|close to\b|around\b|ca\.?(?= |\d)|circa\b)/i,
  MORE_THAN: /^(?:>|more than\b|over\b|più di\b|oltre\b)/i,
  LESS_THAN: /^(?:<|less than\b|under\b|meno di\b)/i,
}

const SIGNS: Readonly<Record<Qualifier, string>> = { ABOUT: '~', MORE_THAN: '>', LESS_THAN: '<' }

/** What stands before a number, as `more than`, `>` or `circa`, and the rest of the text, to be read by `readNumber`. */
export function readQualifier(text: string): { readonly qualifier: Qualifier | null; readonly rest: string } {
  const line = lineOf(text)
  for (const [qualifier, way] of Object.entries(WAYS) as [Qualifier, RegExp][]) {
    const found = way.exec(line)
    if (found) return { qualifier, rest: line.slice(found[0].length).trim() }
  }
  return { qualifier: null, rest: line }
}

/** A number's text with its qualifier before it, as `readQualifier` reads it again. */
export const withQualifier = (qualifier: Qualifier | null, number: string): string => (qualifier ? `${SIGNS[qualifier]} ${number}` : number)
