/** An input that a method cannot work with: what (a code), where in the input (a path such as `values[2][0]`) and why. */
export class MethodError extends Error {
  override readonly name = 'MethodError'

  constructor(
    readonly code: string,
    readonly path: string,
    reason: string,
  ) {
    super(path === '' ? reason : `${path}: ${reason}`)
  }
}
