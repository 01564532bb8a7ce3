import type { GraphQLError } from 'graphql'
import { defaultLimits } from '../catalogue.js'
import { badInput, tooComplex } from '../errors.js'
import type { Limits, Reached, Row, Span, Sql, Viewer } from '../model.js'
import { type Amount, Bound, type Variables, valueNow } from '../read/variables.js'
import { checkValue } from './check-value.js'
import { bindingOf } from './uuid-array.js'

type Path = readonly (string | number)[]

/** How a placeholder's value is found for a request. */
export type Recipe = (variables: Variables, viewer: Viewer) => unknown

/** What must hold of a request's values before they are bound; throws BAD_USER_INPUT. */
export type Check = (variables: Variables) => void

/** What is told of a request beside its answer, in which the place is null. */
export type Doubt = (variables: Variables) => readonly GraphQLError[]

/** Collects where the values of one statement come from, and hands out aliases. Values never stand in the text. */
export class Statement {
  readonly recipes: Recipe[] = []
  readonly checks: Check[] = []
  readonly doubts: Doubt[] = []
  private readonly viewerPlaces = new Map<string, Sql>()
  private aliases = 0
  private comparisons = 0
  private isHidden = false
  private isRepeated = false

  constructor(
    readonly viewer: Viewer,
    readonly limits: Limits = defaultLimits,
  ) {}

  /** A placeholder of a value, that stands in the document or comes from a variable. */
  value(value: unknown, type: string): Sql {
    const place = this.place(recipeOf(value), type)
    return this.isHidden && !type.endsWith('[]') ? `(SELECT ${place})` : place
  }

  /**
   * While `work` compiles, single values are hidden from the planner. It then plans for any value, once, where it would plan
   * anew for each value that promises a cheaper page than the average; to plan a page takes longer than to read it.
   */
  hidingValues<T>(work: () => T): T {
    return this.during('isHidden', work)
  }

  /** While `work` compiles what has been compiled before, nothing is counted or checked a second time. */
  repeating<T>(work: () => T): T {
    return this.during('isRepeated', work)
  }

  private during<T>(state: 'isHidden' | 'isRepeated', work: () => T): T {
    const before = this[state]
    this[state] = true
    try {
      return work()
    } finally {
      this[state] = before
    }
  }

  /** Refuses a value that GraphQL lets pass and PostgreSQL would refuse; again for each request of the same shape. */
  check(type: string, value: unknown, path: Path, within?: Span): void {
    if (this.isRepeated) return
    this.checkLength(value, path)
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.check(type, item, [...path, index], within)
      return
    }
    checkValue(type, valueNow(value), path, within)
    if (value instanceof Bound) this.checks.push((variables) => checkValue(type, value.read(variables), path, within))
  }

  /** Of a list its items, of a text its letters, again for each request. */
  private checkLength(value: unknown, path: Path): void {
    const check = (given: unknown) => checkLength(given, path, this.limits)
    check(valueNow(value))
    if (value instanceof Bound) this.checks.push((variables) => check(value.read(variables)))
  }

  /** Refuses a request in which an amount is larger than allowed. */
  holdTo(what: string, allowed: number, amount: Amount, hint: string): void {
    if (this.isRepeated) return
    this.checks.push((variables) => {
      const asked = amount(variables)
      if (asked > allowed) throw tooComplex(what, allowed, asked, hint)
    })
  }

  /** Refuses a request in which an amount is below nothing. */
  notNegative(amount: Amount, argument: string, message: string): void {
    this.checks.push((variables) => {
      if (amount(variables) < 0) throw badInput([argument], 'TOO_SMALL', message)
    })
  }

  /** Counts one condition of a filter, a comparison or a relation; refused when there are too many. */
  compared(path: Path): void {
    const { maxComparisons } = this.limits
    if (!this.isRepeated) this.comparisons += 1
    if (this.comparisons > maxComparisons) {
      throw tooComplex('the number of comparisons', maxComparisons, this.comparisons, 'Name many values in one list: `in`.', path)
    }
  }

  private place(recipe: Recipe, type: string): Sql {
    this.recipes.push(recipe)
    return `$${this.recipes.length}::${type}`
  }

  /** A placeholder of one of the viewer's values under a type, the same one each time. */
  viewerValue(name: string, type: string, whose: 'viewer' | 'also' = 'viewer'): Sql {
    const key = `${whose} ${name} ${type}`
    const known = this.viewerPlaces.get(key)
    if (known) return known
    const place = this.place((_, viewer) => bindingOf((whose === 'also' ? viewer.also : viewer)?.values[name], type), type)
    this.viewerPlaces.set(key, place)
    return place
  }

  alias(hint: string): string {
    this.aliases += 1
    return `${hint.slice(0, 20)}_${this.aliases}`
  }

  /** A row of a table in this statement. */
  row(alias: string, reached?: Reached): Row {
    const { also } = this.viewer
    const shared = {
      alias,
      ...(reached ? { reached } : {}),
      constant: (value: unknown, type: string) => this.value(value, type),
      freshAlias: (hint: string) => this.alias(hint),
    }
    return {
      ...shared,
      viewer: this.viewer,
      viewerValue: (name, type) => this.viewerValue(name, type),
      ...(also ? { also: { ...shared, viewer: also, viewerValue: (name: string, type: string) => this.viewerValue(name, type, 'also') } } : {}),
    }
  }
}

function recipeOf(value: unknown): Recipe {
  if (value instanceof Bound) return value.read
  if (!Array.isArray(value)) return () => value
  const recipes = value.map(recipeOf)
  return (variables, viewer) => recipes.map((recipe) => recipe(variables, viewer))
}

function checkLength(value: unknown, path: Path, limits: Pick<Limits, 'maxListItems' | 'maxText'>): void {
  const { maxListItems, maxText } = limits
  if (typeof value === 'string' && value.length > maxText) throw tooComplex('the length of a text', maxText, value.length, 'Look for a part of it.', path)
  if (!Array.isArray(value)) return
  if (value.length > maxListItems) throw tooComplex('the length of a list', maxListItems, value.length, 'Ask in several documents.', path)
  for (const [index, item] of value.entries()) checkLength(item, [...path, index], limits)
}
