/** What a promise gives; an Error when it gives nothing within so many seconds. */
export async function within<T>(seconds: number, given: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${seconds} seconds.`)), seconds * 1000)
  })
  return Promise.race([given, late]).finally(() => clearTimeout(timer))
}
