import { parentPort, workerData } from 'node:worker_threads'
import { buildSchema, executeSync, parse } from 'graphql'
import type { SchemaQuestion } from './introspection.js'

const { sdl, source, operationName, variables } = workerData as SchemaQuestion & { readonly sdl: string }
const schema = buildSchema(sdl, { assumeValidSDL: true, noLocation: true })
const { data, errors } = executeSync({ schema, document: parse(source), operationName, variableValues: variables })
parentPort?.postMessage({ answer: { text: JSON.stringify(data ?? null), errors: errors?.map(({ message }) => message) ?? [] } })
