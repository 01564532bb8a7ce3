/** One thing wrong with an input: where, and a code that screens put into words. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** What the gateway refused, with its code. `status` 401 and 403 are what react-admin looks for. */
export class GraphqlError extends Error {
  readonly status: number
  readonly body: { errors: Record<string, string> }

  constructor(
    message: string,
    readonly code: string,
    readonly extensions: Readonly<Record<string, unknown>>,
  ) {
    super(message)
    this.status = code === 'UNAUTHENTICATED' ? 401 : 400
    this.body = { errors: Object.fromEntries(this.faults.map((fault) => [String(fault.path.at(-1) ?? 'root'), fault.message])) }
  }

  get faults(): readonly Fault[] {
    return (this.extensions.faults as Fault[] | undefined) ?? []
  }
}

interface Answer<T> {
  readonly data?: T
  readonly errors?: readonly { message: string; extensions?: { code?: string; [key: string]: unknown } }[]
}

/** Asks the gateway. Throws GraphqlError for what it refuses, and a plain one when it is not reached. */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}, signal?: AbortSignal): Promise<T> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  }).catch(() => {
    throw new GraphqlError('offline', 'OFFLINE', {})
  })
  const { data, errors } = (await response.json()) as Answer<T>
  const [error] = errors ?? []
  if (error) throw new GraphqlError(error.message, error.extensions?.code ?? 'UNKNOWN', error.extensions ?? {})
  return data as T
}
