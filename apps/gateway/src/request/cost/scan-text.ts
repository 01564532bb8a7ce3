import { Lexer, Source, TokenKind } from 'graphql'
import { holdTo, limits } from './limits.js'

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Throws for a text that is too long or nested too deep to be parsed: the parser goes down a level for each bracket. */
export function scanText(text: string): void {
  const lexer = new Lexer(new Source(text))
  let [tokens, depth] = [0, 0]
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1
    if (opening.has(kind)) depth += 1
    if (closing.has(kind)) depth -= 1
    holdTo(limits.tokens, tokens)
    holdTo(limits.depth, depth)
  }
}
