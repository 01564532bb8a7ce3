/** Line ends of every system, and what programs put for a new page or paragraph. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** What nobody sees, but the parts of an emoji. NUL stays: it is refused where it cannot be stored. */
const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic})\ufe0f|(?<=[#*0-9])\ufe0f(?=\u20e3)|(?<=\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d(?=\p{Extended_Pictographic}))(?![\t\n\0])(?:\p{Cc}|\p{DI}|[\ufff9-\ufffb])/gu

/** Blanks of every width, and the blank of Braille. */
const BLANKS = /[\s\u2800]+/g

const SEEN = /[\p{L}\p{N}\p{P}\p{S}\0]/u

const seen = (text: string): string => text.replace(LINE_ENDS, '\n').replace(UNSEEN, '').normalize('NFC')

/** A text of one line: composed (NFC), nothing invisible in it, one blank where blanks or line breaks were. Empty when there is nothing to see. */
export function lineOf(text: string): string {
  const line = seen(text).replace(BLANKS, ' ').trim()
  return SEEN.test(line) ? line : ''
}

/** A text of several lines: composed (NFC), nothing invisible in it, its lines ended alike. Empty when there is nothing to see. */
export function paragraphsOf(text: string): string {
  const lines = seen(text)
    .replace(/\u2800/g, ' ')
    .trim()
  return SEEN.test(lines) ? lines : ''
}
