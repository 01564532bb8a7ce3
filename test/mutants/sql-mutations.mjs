// Small faults of SQL, found in its words; comments and texts are left alone, codes in texts are not.

const swaps = [
  ['IS NOT NULL', 'IS NULL'],
  ['IS NULL', 'IS NOT NULL'],
  ['IS NOT DISTINCT FROM', 'IS DISTINCT FROM'],
  ['IS DISTINCT FROM', 'IS NOT DISTINCT FROM'],
  ['NOT EXISTS', 'EXISTS'],
  ['AND NOT', 'AND'],
  ['AND', 'OR'],
  ['OR', 'AND'],
  ['LEFT JOIN', 'JOIN'],
  ['UNION ALL', 'UNION'],
  ['ASC', 'DESC'],
  ['DESC', 'ASC'],
  ['true', 'false'],
  ['false', 'true'],
  ['min(', 'max('],
  ['max(', 'min('],
  ['least(', 'greatest('],
  ['greatest(', 'least('],
  ['sum(', 'avg('],
  ['avg(', 'sum('],
  ['bool_and(', 'bool_or('],
  ['bool_or(', 'bool_and('],
]
const comparisons = { '=': '<>', '<>': '=', '<': '<=', '<=': '<', '>': '>=', '>=': '>', '+': '-', '-': '+', '*': '/', '/': '*' }

const words = swaps.map(([word]) => (word.endsWith('(') ? word.replace('(', '\\(') : `${word.replaceAll(' ', '\\s+')}(?!\\w)`)).join('|')

const token = new RegExp(
  [
    `(?<skipped>--[^\\n]*|/\\*[\\s\\S]*?\\*/|\\$\\w*\\$|::\\s*\\w+(\\([\\d, ]*\\))?|\\$\\d+|\\b(numeric|varchar)\\([\\d, ]+\\)|\\b(CREATE\\s+OR\\s+REPLACE|AFTER|BEFORE|BETWEEN)\\b[^\\n]*|->>?|=>|:=|\\|\\||count\\(\\*\\)|\\w+\\.\\*|SELECT\\s+\\*)`,
    `'(?<text>(?:[^']|'')*)'`,
    `(?<word>(?<![\\w.])(?:${words}))`,
    '(?<sign><>|<=|>=|[=<>+*/]|(?<=[\\w)] )-(?= ))',
    '(?<number>(?<![\\w.$])\\d+(?:\\.\\d+)?(?![\\w.]))',
  ].join('|'),
  'g',
)

const replacementOf = new Map(swaps.map(([word, other]) => [word, other]))

/** Faults of an SQL text. `isPart`: it stands in a text of the code, whose quotes are its own. */
export function sqlMutations(text, { isPart = false } = {}) {
  return [...text.matchAll(token)].flatMap((match) => {
    const { skipped, text: inner, word, sign, number } = match.groups
    const [start, end] = [match.index, match.index + match[0].length]
    if (skipped !== undefined) return []
    if (inner !== undefined) return /^[A-Z][A-Z0-9]+(_[A-Z0-9]+)*$/.test(inner) ? [{ kind: 'code', start, end, replacement: `'MUTANT'` }] : []
    if (word !== undefined) return [{ kind: `${word} to ${other(word)}`, start, end, replacement: other(word) }]
    if (sign !== undefined) return isPart && /[*/+]/.test(sign) ? [] : [{ kind: `${sign} to ${comparisons[sign]}`, start, end, replacement: comparisons[sign] }]
    return [{ kind: 'number', start, end, replacement: String(Number(number) + 1) }]
  })
}

const other = (word) => replacementOf.get(word.replace(/\s+/g, ' ')) ?? word
