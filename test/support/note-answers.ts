import { codesOf, note } from './notes.js'

/** What is refused over plain HTTP is noted whichever way a test asks for it. */
const ask = globalThis.fetch
globalThis.fetch = async (...asked: Parameters<typeof fetch>): Promise<Response> => {
  const response = await ask(...asked)
  if (response.status >= 400 && response.headers.get('content-type')?.includes('json')) {
    const { errors, ...refusal } = await response.clone().json()
    note({ codes: [refusal, ...(errors ?? []).map((error: { extensions: object }) => error.extensions)].flatMap(codesOf) })
  }
  return response
}
