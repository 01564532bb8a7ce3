import fc from 'fast-check'
import { lineOf, paragraphsOf } from './index.js'

describe('a line', () => {
  it.each([
    ['U\u0301nia  klastrov', 'Únia klastrov'],
    [' one\r\ntwo\tthree\u2028four ', 'one two three four'],
    ['Regi\u00adone\u200b \u2060Veneto\ufeff', 'Regione Veneto'],
    ['12\u00a0000\u202f€', '12 000 €'],
    ['\u202eevil\u202c', 'evil'],
    ['👩🏽\u200d🔬 ❤\ufe0f 1\ufe0f\u20e3', '👩🏽\u200d🔬 ❤\ufe0f 1\ufe0f\u20e3'],
    ['a\u200db a\ufe0f', 'ab a'],
    ['bell\u0007', 'bell'],
  ])('%j becomes %j', (text, line) => {
    expect(lineOf(text)).toBe(line)
  })

  it('is empty where there is nothing to see', () => {
    for (const text of ['', ' \t\n', '\u200b\u200d', '\u2800', '\u3164\u115f', '\u00ad', '\ufe0f']) expect([lineOf(text), paragraphsOf(text)]).toEqual(['', ''])
  })

  it('keeps what cannot be stored, to be refused', () => {
    expect(lineOf('a\0b')).toBe('a\0b')
  })
})

describe('paragraphs', () => {
  it('keep their lines, ended alike, and blanks within them', () => {
    expect(paragraphsOf(' one  two\r\n\r\n- three\rfour\u2029five\u200b\n')).toBe('one  two\n\n- three\nfour\nfive')
  })
})

const text = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom('\u200d', '\ufe0f', '🔬', '🏽', '\u0301', '\r', '\n', 'a', ' ', '\u200b')),
})

describe('what is clean', () => {
  it('stays as it is', () => {
    fc.assert(
      fc.property(text, (any) => expect([lineOf(lineOf(any)), paragraphsOf(paragraphsOf(any))]).toEqual([lineOf(any), paragraphsOf(any)])),
      { numRuns: 1000 },
    )
  })

  it('has no line break in a line', () => {
    fc.assert(fc.property(text, (any) => expect(lineOf(any)).not.toMatch(/[\r\n\u2028\u2029\t]/)))
  })
})
