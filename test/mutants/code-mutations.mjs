// Small faults of JavaScript as people make them, found in its syntax tree.
import ts from 'typescript'
import { sqlMutations } from './sql-mutations.mjs'

const { SyntaxKind } = ts

const swapped = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
}
const methods = new Map(Object.entries({ some: 'every', every: 'some', min: 'max', max: 'min' }))
const isCode = (text) => /^[A-Z][A-Z0-9]+(_[A-Z0-9]+)*$/.test(text)
const isSql = (text) => /\b(SELECT|WHERE|UPDATE|INSERT INTO|DELETE FROM|IS NULL|IS NOT NULL|EXISTS|FROM|AND|OR)\b/.test(text)

/** What the compiler writes of itself, and what is not decided by: helpers, types, imports. */
const isLeftOut = (node) =>
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  (ts.isFunctionDeclaration(node) && /^_ts_/.test(node.name?.text ?? '')) ||
  ts.isVoidExpression(node) ||
  (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === '_ts_metadata')

/** Faults of one file: from where to where, the text instead, and what kind it is. */
export function codeMutations(text) {
  const source = ts.createSourceFile('file.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const found = []
  const add = (kind, start, end, replacement) => found.push({ kind, start, end, replacement })
  const visit = (node) => {
    if (isLeftOut(node)) return
    faultsOf(node, source, (kind, place, replacement) => add(kind, place.getStart ? place.getStart(source) : place.start, place.end, replacement))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.filter(({ start, end, replacement }) => text.slice(start, end) !== replacement)
}

function faultsOf(node, source, add) {
  const told = (part) => part.getText(source)
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = node.expression ?? node.condition
    add('condition negated', condition, `!(${told(condition)})`)
  }
  if (ts.isIfStatement(node) && !node.elseStatement && isLeaving(node.thenStatement)) add('guard removed', node, ';')
  if (ts.isExpressionStatement(node) && isDoing(node.expression)) add('statement removed', node, ';')
  if (ts.isBinaryExpression(node)) binaryFaults(node, told, add)
  if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) add('boolean', node, told(node) === 'true' ? 'false' : 'true')
  if (ts.isNumericLiteral(node) && !isDecorators(node)) add('number', node, String(Number(node.text) + 1))
  if (ts.isStringLiteral(node) && isCode(node.text) && !isName(node)) add('code', node, `${told(node)[0]}MUTANT${told(node)[0]}`)
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) sqlFaults(node, source, add)
  if (ts.isArrayLiteralExpression(node) && !isDecorators(node)) leavingOut('element left out', node.elements, add)
  if (ts.isCallExpression(node)) callFaults(node, told, add)
  if (ts.isPropertyAssignment(node) && isRule(node.initializer)) add('property left out', withComma(node, source), '')
}

function binaryFaults(node, told, add) {
  const sign = told(node.operatorToken)
  if (sign === '??' && node.right.kind !== SyntaxKind.NullKeyword) add('default left out', node, told(node.left))
  const isText = sign === '+' && [node.left, node.right].some((part) => ts.isStringLiteralLike(part) || ts.isTemplateExpression(part))
  if (swapped[sign] && !isText) add(`${sign} to ${swapped[sign]}`, node.operatorToken, swapped[sign])
}

function callFaults(node, told, add) {
  if (ts.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression
    if (methods.has(name.text)) add(`${name.text} to ${methods.get(name.text)}`, name, methods.get(name.text))
    if (name.text === 'filter' && node.arguments.length === 1) add('filter left out', node, told(node.expression.expression))
  }
  // What takes any number of roles, rules or names, as role('PARTNER', 'OBSERVER').
  if (ts.isIdentifier(node.expression) && /^(role|or|and|allOf|anyOf)$/.test(node.expression.text) && node.arguments.length > 1)
    leavingOut('argument left out', node.arguments, add)
}

function leavingOut(kind, parts, add) {
  for (const [index, part] of parts.entries()) {
    const [before, after] = [parts[index - 1], parts[index + 1]]
    if (after) add(kind, { start: part.getStart(), end: after.getStart() }, '')
    else add(kind, { start: before ? before.end : part.getStart(), end: part.end }, '')
  }
}

/** Faults of SQL that stands in a text of the code. */
function sqlFaults(node, source, add) {
  const chunks = ts.isTemplateExpression(node) ? [node.head, ...node.templateSpans.map(({ literal }) => literal)] : [node]
  if (!isSql(node.getText(source))) return
  for (const chunk of chunks) {
    const start = chunk.getStart(source)
    for (const fault of sqlMutations(chunk.getText(source), { isPart: true }))
      add(`SQL: ${fault.kind}`, { start: start + fault.start, end: start + fault.end }, fault.replacement)
  }
}

const withComma = (node, source) => ({ start: node.getStart(source), end: node.end + (source.text[node.end] === ',' ? 1 : 0) })
const isRule = (value) => ts.isCallExpression(value) || (ts.isArrayLiteralExpression(value) && value.elements.length > 0)
/** A call for what it does; not the compiler's own of decorators, whose parts are faults of their own. */
function isDoing(expression) {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression
  return ts.isCallExpression(call) && !/^_ts_/.test(call.expression.text ?? '')
}

const isName = (node) => ts.isPropertyAssignment(node.parent) && node.parent.name === node
/** A part of what the compiler writes for decorators: their list, or the place of a parameter. */
const isDecorators = ({ parent }) => ts.isCallExpression(parent) && /^_ts_/.test(parent.expression.text ?? '')

/** Ends with going elsewhere, as a guard does. */
function isLeaving(statement) {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && (ts.isThrowStatement(last) || ts.isReturnStatement(last) || ts.isContinueStatement(last))
}
