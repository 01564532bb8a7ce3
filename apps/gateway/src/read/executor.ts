import type { GatewayExecutor } from '@apollo/server-gateway-interface'
import { answer } from '@clusterpolisee/graph-sql'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { isUnavailable, refusal, savedOrNot } from '../kernel/errors.js'
import type { Metrics } from '../observe/metrics.js'
import { askerOf, type Context } from '../request/context.js'
import { asksSchemaOnly } from '../request/cost/index.js'
import { Introspection } from './introspection.js'
import { KnownReads, type Question, type ReadAnswer } from './known-reads.js'
import { measured, OK, outcomeOf } from './measured.js'
import type { Product } from './product.js'

/** An answer that is JSON text already; it goes to the wire untouched. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** A read as one SQL statement. */
async function readText(
  { engine }: Product,
  { document, variables, operationName }: Question & { operationName?: string | null },
  context: Context,
): Promise<ReadAnswer> {
  const compiled = engine.compile({ document, operationName: operationName ?? null, variables, viewer: context.viewer })
  return { text: await answer(compiled, (statement) => context.database.readText(statement, askerOf(context))), errors: compiled.errors }
}

/** Reads whose documents are known, measured as those that come by Apollo. */
export function makeKnownReads(product: Product, metrics: Metrics | null): KnownReads {
  return new KnownReads((question, context) =>
    measured(metrics, { kind: 'read', type: 'query', name: question.name }, () => readText(product, question, context), readOutcome),
  )
}

/** Runs an operation: reads as one SQL statement, questions about the schema from a cache, verbs by graphql-js, a mixture each its own way. */
export function makeExecutor(product: Product, known: KnownReads, metrics: Metrics | null) {
  const { schema, engine } = product
  const fieldResolver = payloadResolver(product)
  const introspection = new Introspection(schema)

  const read = (document: DocumentNode, operationName: string | null | undefined, variables: Record<string, unknown>, context: Context) =>
    readText(product, { document, variables, operationName: operationName ?? null }, context)

  const run = async ({ document, operationName, request, context, source = '' }: Asked, kind: RootsKind): Promise<Answered> => {
    const viewerContext = context as unknown as Context
    const variables = (request.variables ?? {}) as Record<string, unknown>
    try {
      if (kind === 'schema') {
        const { text, errors } = await introspection.answer({ source, operationName: operationName ?? null, variables })
        return rawAnswer({ text, errors: errors.map(badVariable) })
      }
      if (kind === 'read') {
        const answered = await read(document, operationName, variables, viewerContext)
        known.learn(request.query, document)
        return rawAnswer(answered)
      }
      const readFirst = kind === 'mixed' ? await read(document, operationName, variables, viewerContext) : NOTHING_READ
      const executed = (await execute({
        schema,
        document,
        rootValue: markedAll(JSON.parse(readFirst.text)),
        contextValue: viewerContext,
        variableValues: variables,
        operationName: operationName ?? null,
        fieldResolver,
      })) as ExecutionResult as Answered
      const errors = [...readFirst.errors, ...(executed.errors ?? [])]
      return { ...executed, ...(errors.length > 0 ? { errors } : {}) }
    } catch (error) {
      return { errors: [error instanceof GraphQLError ? error : unexpected(error as Error)] }
    }
  }
  return async (asked: Asked): Promise<Answered> => {
    if (!asked.operation)
      return { errors: [new GraphQLError('There is no such operation in the document.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })] }
    const kind = rootsKind(asked.document, asked.operation, engine)
    const { operation: type, name } = asked.operation
    return measured(metrics, { kind: type === 'mutation' ? 'write' : kind, type, name: name?.value }, () => run(asked, kind), executedOutcome)
  }
}

const readOutcome = (): string => OK

const executedOutcome = ({ errors: [error] = [] }: Answered): string => (error ? outcomeOf(error) : OK)

const NOTHING_READ: ReadAnswer = { text: '{}', errors: [] }

const rawAnswer = ({ text, errors }: ReadAnswer): Answered => ({
  data: new RawJson(text) as unknown as Record<string, unknown>,
  ...(errors.length > 0 ? { errors } : {}),
})

/** An error of ours or the database's, for Apollo, which tells nothing of it. */
const unexpected = (originalError: Error) =>
  new GraphQLError('Something went wrong here.', { originalError, extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } } })

/** What graphql-js has against the variables of a question about the schema. */
const badVariable = (message: string) => refusal('BAD_USER_INPUT', message)

type Asked = Parameters<GatewayExecutor>[0]
type Answered = Awaited<ReturnType<GatewayExecutor>>
type RootsKind = 'read' | 'schema' | 'mixed' | 'script'

function rootsKind(document: DocumentNode, operation: OperationDefinitionNode, engine: Product['engine']): RootsKind {
  if (operation.operation !== 'query') return 'script'
  if (asksSchemaOnly(document, operation)) return 'schema'
  const isEngines = operation.selectionSet.selections.map((selection) => selection.kind === Kind.FIELD && engine.reads(selection.name.value))
  const isPlain = operation.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD)
  if (isEngines.every(Boolean)) return 'read'
  return isPlain && !isEngines.some(Boolean) ? 'script' : 'mixed'
}

/**
 * Below a mutation, whatever record a verb answers by its id is read anew through the engine, per root field, in order;
 * what the engine answered is then found under its response key.
 */
function payloadResolver({ engine }: Product): GraphQLFieldResolver<unknown, Context> {
  return (source, _args, context, info) => {
    const from = source as Record<string, unknown>
    const parent = info.parentType.name
    return engine.isRecord(parent) || parent === 'Query' || isEngineValue(from) ? from[String(info.path.key)] : from[info.fieldName]
    function isEngineValue(value: Record<string, unknown>): boolean {
      return context !== undefined && fromEngine.has(value)
    }
  }
}

const fromEngine = new WeakSet<object>()

/** Marks what the engine answered, at every depth: its members stand under their response keys. */
function markedAll(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  fromEngine.add(value)
  for (const inner of Object.values(value)) markedAll(inner)
  return value
}

/** Wraps each mutation that answers a record: its payload is what the viewer may see of it, by the read path. */
export function readPayloads({ schema, engine }: Product): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const type = isNonNullType(field.type) ? field.type.ofType : field.type
    const resolve = field.resolve
    if (isListType(type) || !('name' in type) || !engine.isRecord(type.name) || !resolve) continue
    field.resolve = async (source, args, context: Context, info) => {
      const written = (await resolve(source, args, context, info)) as { id: string } | null
      if (!written) return null
      const { fieldNodes, fragments, variableValues } = info
      const asked = engine.compilePayload({ fieldNodes, fragments, variables: variableValues, record: type.name, id: written.id, viewer: context.viewer })
      const text = await context.database.readText(asked, askerOf(context)).catch((error) => {
        // What was written is there, and cannot be shown.
        throw isUnavailable(error) ? savedOrNot() : error
      })
      return markedAll(JSON.parse(text ?? 'null'))
    }
  }
}
