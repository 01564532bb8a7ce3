import { createServer } from 'node:http'

/** The body of a request as text. */
export function readBody(request) {
  return new Promise((resolve, reject) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => resolve((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString('utf8')))
    request.on('error', reject)
  })
}

/** Serves on a free port of this machine, and tells the parent process which. `handle` answers JSON text. */
export function serve(handle) {
  const server = createServer((request, response) => {
    handle(request).then(
      (text) => {
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.setHeader('cache-control', 'no-store')
        response.end(text)
      },
      (error) => {
        response.statusCode = error.status ?? 500
        response.end(JSON.stringify({ errors: [{ message: error.message }] }))
      },
    )
  })
  server.listen(0, '127.0.0.1', () => console.log(`at http://127.0.0.1:${server.address().port}/graphql`))
  process.on('SIGTERM', () => process.exit(0))
}

/** Refuses whoever is not signed in. */
export const signInFirst = () => Object.assign(new Error('Sign in first.'), { status: 401 })
