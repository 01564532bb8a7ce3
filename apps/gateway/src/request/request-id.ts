import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'

const NAME = 'x-request-id'

/** Gives the answer the name of its request, under which the log tells of it. */
export const nameRequest = (response: ServerResponse): void => void response.setHeader(NAME, randomUUID())

/** The name of the request that is answered. */
export const requestIdOf = (response: ServerResponse): string => String(response.getHeader(NAME) ?? '')
