import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { Catalogue } from './catalogue.js'
import type { ArgumentModel, Model, Predicate, Row, Viewer } from './model.js'
import { PlanCache } from './plan-cache.js'
import { type Request, rootsOf } from './read/selection.js'
import { shapeOf, type Variables } from './read/variables.js'
import { compact, statementName } from './sql/compact.js'
import { Compiler, type NodeSearch } from './sql/compiler.js'
import { type FeedColumn, type FeedFormat, feedColumns, feedText, hasFeed } from './sql/feed.js'
import { type Check, type Doubt, type Recipe, Statement } from './sql/statement.js'

/** One statement for PostgreSQL: its single text column of its single row is the JSON answer. */
export interface Compiled {
  /** Names the prepared statement: a hash of the text. */
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  /** What is to be told beside the answer, each with its place in it. */
  readonly errors: readonly GraphQLError[]
  /** To be run instead when this one answers null: see {@link answer}. */
  readonly otherwise?: () => Compiled
}

/** A statement of which only the values are missing. */
export interface Plan {
  readonly name: string
  readonly text: string
  readonly recipes: readonly Recipe[]
  readonly checks: readonly Check[]
  readonly doubts: readonly Doubt[]
  /** Where this one looks for `node(id)` among the types only that the document names: the one that looks everywhere. */
  readonly otherwise?: Plan
}

export interface ReadInput {
  readonly document: DocumentNode
  readonly operationName?: string | null
  readonly variables?: Readonly<Record<string, unknown>>
  readonly viewer: Viewer
}

export interface PayloadInput {
  readonly fieldNodes: readonly FieldNode[]
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Coerced variables. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly record: string
  readonly id: string
  readonly viewer: Viewer
}

export interface FeedInput {
  /** Name of the list's root field. */
  readonly list: string
  readonly format: FeedFormat
  readonly viewer: Viewer
  /** Arguments of the list itself. */
  readonly args?: Readonly<Record<string, unknown>>
  /** Further conditions of the rows. */
  readonly where?: (row: Row) => readonly Predicate[]
  readonly archived?: boolean
  /** True: versions too that do not hold now. */
  readonly history?: boolean
}

/** A list that can be read as a flat file. */
export interface Feed {
  readonly name: string
  readonly description: string
  readonly args: readonly ArgumentModel[]
  readonly columns: readonly FeedColumn[]
}

/**
 * Runs a compiled read and answers its JSON text. A document that asks `node(id)` for fields of one type is looked up among
 * that type alone, which spares opening every table; only when the id is of another type does a second, wide statement run.
 */
export async function answer(compiled: Compiled, run: (statement: Compiled) => Promise<string | null>): Promise<string> {
  const text = (await run(compiled)) ?? (compiled.otherwise ? await run(compiled.otherwise()) : null)
  return text ?? 'null'
}

/** Compiles read documents over a model. */
export class Engine {
  private readonly catalogue: Catalogue
  /** Plans by document, role shape and shape of the variables. */
  readonly plans = new PlanCache()
  private feedsMade: readonly Feed[] | undefined

  constructor(
    model: Model,
    private readonly schema: GraphQLSchema,
  ) {
    this.catalogue = new Catalogue(model)
  }

  /** True: the root field is of the read side. */
  reads(field: string): boolean {
    return this.catalogue.root(field) !== undefined
  }

  /** True: the type is a record of the model. */
  isRecord(type: string): boolean {
    return this.catalogue.model.records.some((record) => record.name === type)
  }

  /**
   * The read fields of an operation as one statement; root fields of others are left out.
   * Throws GraphQLErrors with BAD_USER_INPUT or TOO_COMPLEX before any SQL runs.
   */
  compile({ document, operationName, variables = {}, viewer }: ReadInput): Compiled {
    const operation = getOperationAST(document, operationName)
    if (!operation) throw new GraphQLError('There is no such operation in the document.', { extensions: { code: 'BAD_USER_INPUT' } })
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], { ...variables })
    if (errors) throw new GraphQLError(errors.map((error) => error.message).join(' '), { extensions: { code: 'BAD_USER_INPUT' } })
    const { key, wrapped } = shapeOf(this.schema, document, operation, coerced)
    const plan = this.plans.get(document, `${operation.name?.value ?? ''} ${viewer.shape}|${viewer.also?.shape ?? ''} ${key}`, () =>
      this.plan(document, operation, wrapped, viewer),
    )
    const { otherwise } = plan
    return { ...bind(plan, coerced, viewer), ...(otherwise ? { otherwise: () => bind(otherwise, coerced, viewer) } : {}) }
  }

  /** Records that have a feed, with their columns. */
  feeds(): readonly Feed[] {
    this.feedsMade ??= this.catalogue.model.records
      .filter(hasFeed)
      .map((record) => ({ name: record.plural, description: record.description, args: record.args ?? [], columns: feedColumns(record) }))
    return this.feedsMade
  }

  /** Every row of a list as one text each, within the viewer's scope: see {@link FeedInput}. */
  compileFeed({ list, format, viewer, args = {}, where = () => [], archived = false, history = false }: FeedInput): Compiled {
    const record = this.catalogue.model.records.find((candidate) => candidate.plural === list && hasFeed(candidate))
    if (!record) throw new Error(`There is no feed ${list}`)
    const statement = new Statement(viewer, this.catalogue.limits)
    const places = (record.args ?? []).map(({ name, type, sqlType }) => {
      statement.check(type.replace(/[[\]!]/g, ''), args[name], [name])
      return [name, args[name] === undefined || args[name] === null ? null : statement.value(args[name], sqlType)] as const
    })
    const target = (name: string) => this.catalogue.record(name)
    const text = feedText(statement, { record, format, args: Object.fromEntries(places), where, beside: { archived, history }, target })
    return bind(finished(text, statement), {}, viewer)
  }

  private plan(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables, viewer: Viewer): Plan {
    const request: Request = { schema: this.schema, fragments: fragmentsOf(document), variables }
    const selections = rootsOf(request, operation).filter(({ name }) => this.reads(name) || name === '__typename')
    const search = (where: NodeSearch) => {
      const statement = new Statement(viewer, this.catalogue.limits)
      const compiler = new Compiler(this.catalogue, request, statement, where)
      return { plan: finished(`SELECT ${compiler.roots(selections)}`, statement), isNarrow: compiler.isNarrow }
    }
    const { plan, isNarrow } = search('named')
    return isNarrow ? { ...plan, otherwise: search('everywhere').plan } : plan
  }

  /** What a selection set asks of one record, for a mutation's payload. */
  compilePayload({ fieldNodes, fragments, variables, record, id, viewer }: PayloadInput): Compiled {
    const statement = new Statement(viewer, this.catalogue.limits)
    const compiler = new Compiler(this.catalogue, { schema: this.schema, fragments, variables }, statement)
    const selected = { key: '', name: '', nodes: fieldNodes }
    const text = compiler.payload(this.catalogue.record(record), statement.value(id, 'uuid'), selected)
    return bind(finished(`SELECT ${text}`, statement), variables, viewer)
  }
}

function finished(written: string, statement: Statement): Plan {
  const { text, values } = compact(written, statement.recipes)
  return { name: statementName(text), text, recipes: values, checks: statement.checks, doubts: statement.doubts }
}

function bind({ name, text, recipes, checks, doubts }: Plan, variables: Variables, viewer: Viewer): Compiled {
  for (const check of checks) check(variables)
  return { name, text, values: recipes.map((recipe) => recipe(variables, viewer)), errors: doubts.flatMap((doubt) => doubt(variables)) }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION).map((definition) => [definition.name.value, definition]),
  )
}
