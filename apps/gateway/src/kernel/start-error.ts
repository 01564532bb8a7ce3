/** Why the product cannot start, in one plain sentence that says what to do. Printed without a stack; exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
