import { type Catalogue, fieldNamed, relationNamed } from '../catalogue.js'
import { badInput, tooComplex } from '../errors.js'
import type { FieldModel, Predicate, RecordModel, RelationModel, Row, Sql } from '../model.js'
import { allOf, anyOf } from '../predicate.js'
import { mapped } from '../read/variables.js'
import { present, spokenOf } from './present.js'
import { fieldSql, fromOf, joined, scoped, where } from './scope.js'
import { escapeLike } from './search.js'
import type { Statement } from './statement.js'

type Path = readonly (string | number)[]
type FilterInput = Readonly<Record<string, unknown>>

/** Compiles filter inputs of a record into one predicate, the viewer's scopes in every relation included. */
export class FilterCompiler {
  private depth = 0

  constructor(
    private readonly catalogue: Catalogue,
    private readonly statement: Statement,
  ) {}

  /** The predicate; true for a filter that holds for every row. */
  compile(record: RecordModel, row: Row, filter: FilterInput, path: Path): Predicate {
    return this.deeper(path, () => allOf(Object.entries(filter).map(([name, given]) => this.part(record, row, name, given, [...path, name]))))
  }

  /** One filter within another; refused when there are too many. */
  private deeper(path: Path, work: () => Predicate): Predicate {
    const { maxFilterDepth } = this.statement.limits
    this.depth += 1
    if (this.depth > maxFilterDepth) throw tooComplex('the depth of the filter', maxFilterDepth, this.depth, 'Nest it less.', path)
    const predicate = work()
    this.depth -= 1
    return predicate
  }

  private part(record: RecordModel, row: Row, name: string, given: unknown, path: Path): Predicate {
    if (given === undefined) return true
    if (given === null) throw badInput(path, 'NULL_FILTER', `${name}: null is no filter. Use isNull, or leave it out.`)
    if (name === 'and' || name === 'or') return this.group(record, row, name, given as FilterInput[], path)
    if (name === 'not') return `NOT coalesce(${this.compile(record, row, given as FilterInput, path)}, false)`
    const field = fieldNamed(record, name)
    if (field) return this.comparisons(field, row, given as FilterInput, path)
    const relation = relationNamed(record, name)
    if (!relation) throw badInput(path, 'UNKNOWN_FIELD', `${record.name} has no field ${name}.`)
    return this.related(record, row, relation, given as FilterInput, path)
  }

  private group(record: RecordModel, row: Row, word: 'and' | 'or', filters: readonly FilterInput[], path: Path): Predicate {
    const parts = filters.map((filter, index) => this.compile(record, row, filter, [...path, index]))
    return word === 'and' ? allOf(parts) : anyOf(parts)
  }

  private related(record: RecordModel, row: Row, relation: RelationModel, given: FilterInput, path: Path): Predicate {
    if (relation.kind === 'one') return this.exists(record, row, relation, given, path)
    const parts = Object.entries(given).map(([word, filter]) => {
      const inner = (filter ?? {}) as FilterInput
      if (word === 'some') return this.exists(record, row, relation, inner, [...path, word])
      if (word === 'none') return `NOT ${this.exists(record, row, relation, inner, [...path, word])}`
      return `NOT ${this.exists(record, row, relation, { not: inner }, [...path, word], inner)}`
    })
    return allOf(parts)
  }

  /** `speaks`: the filter that tells whether archived rows and former versions are meant, where it is not the filter itself. */
  private exists(record: RecordModel, row: Row, relation: RelationModel, filter: FilterInput, path: Path, speaks = filter): Predicate {
    this.statement.compared(path)
    const target = this.catalogue.record(relation.target)
    const named = relation.kind === 'one' ? onlyId(filter) : undefined
    if (named) return this.isNamed(row, relation, target, named, path)
    const { row: at, conditions } = joined(this.statement, record, relation, target, row)
    const current = relation.kind === 'one' ? [] : present(target, at, spokenOf(target, speaks))
    const inner = this.compile(target, at, filter, path)
    return `EXISTS (SELECT 1 FROM ${fromOf(target, at)}${where([...conditions, ...current, inner])})`
  }

  /** A related record named by its id: compared in the row itself, so that its index serves; may it be seen is asked once. */
  private isNamed(row: Row, relation: RelationModel, target: RecordModel, id: unknown, path: Path): Predicate {
    this.statement.check('ID', id, [...path, 'id', 'eq'])
    const value = this.statement.value(id, 'uuid')
    const at = this.statement.row(this.statement.alias(target.table || target.name.toLowerCase()))
    const visible = where([`${at.alias}.id = ${value}`, scoped(target.scope, at)])
    return allOf([`${row.alias}.${relation.column} = ${value}`, scoped(relation.visibleTo, row), `EXISTS (SELECT 1 FROM ${fromOf(target, at)}${visible})`])
  }

  private comparisons(field: FieldModel, row: Row, given: FilterInput, path: Path): Predicate {
    const value = fieldSql(field, row)
    const parts = Object.entries(given)
      .filter(([, operand]) => operand !== undefined)
      .map(([operator, operand]) => this.comparison(field, value, operator, operand, [...path, operator]))
    return allOf(parts)
  }

  private comparison(field: FieldModel, value: Sql, operator: string, operand: unknown, path: Path): Sql {
    if (operand === null) {
      if (operator === 'eq') return `${value} IS NULL`
      if (operator === 'ne') return `${value} IS NOT NULL`
      throw badInput(path, 'NULL_OPERAND', `${operator}: null cannot be compared. Use isNull.`)
    }
    this.statement.compared(path)
    if (operator !== 'isNull') this.statement.check(field.type, operand, path)
    const compile = operators[operator]
    if (!compile) throw badInput(path, 'UNKNOWN_OPERATOR', `There is no comparison ${operator}.`)
    return compile(value, operand, field.sqlType, this.statement)
  }
}

/** The id, when a filter of a related record says nothing but which one it is. */
function onlyId(filter: FilterInput): unknown {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  const [[name, comparison] = []] = given
  if (given.length !== 1 || name !== 'id' || typeof comparison !== 'object' || comparison === null) return undefined
  const operators = Object.entries(comparison).filter(([, value]) => value !== undefined)
  return operators.length === 1 && operators[0]?.[0] === 'eq' ? (operators[0][1] ?? undefined) : undefined
}

/** True: a filter names one related record, so that what it lets through is a small part. */
export const namesOne = (record: RecordModel, filter: unknown): boolean =>
  Object.entries((filter ?? {}) as FilterInput).some(
    ([name, given]) => relationNamed(record, name)?.kind === 'one' && typeof given === 'object' && given !== null && onlyId(given as FilterInput) !== undefined,
  )

type Operator = (value: Sql, operand: unknown, type: string, statement: Statement) => Sql

const compare =
  (sign: string): Operator =>
  (value, operand, type, statement) =>
    `${value} ${sign} ${statement.value(operand, type)}`

const like =
  (before: string): Operator =>
  (value, operand, _type, statement) =>
    `(${value})::text ILIKE ${statement.value(
      mapped(operand, (text) => `${before}${escapeLike(String(text))}%`),
      'text',
    )}`

const operators: Readonly<Record<string, Operator>> = {
  eq: compare('='),
  ne: compare('IS DISTINCT FROM'),
  lt: compare('<'),
  lte: compare('<='),
  gt: compare('>'),
  gte: compare('>='),
  in: (value, operand, type, statement) => `${value} = ANY (${statement.value(operand, `${type}[]`)})`,
  notIn: (value, operand, type, statement) => `coalesce(${value} <> ALL (${statement.value(operand, `${type}[]`)}), true)`,
  isNull: (value, operand) => `${value} IS ${operand ? '' : 'NOT '}NULL`,
  contains: like('%'),
  startsWith: like(''),
}
