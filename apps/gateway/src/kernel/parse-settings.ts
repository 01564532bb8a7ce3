import type { z } from 'zod'
import { StartError } from './start-error.js'

/** Settings as a form says; a wrong one is a StartError that names it. */
export function parseSettings<T>(form: z.ZodType<T>, given: NodeJS.ProcessEnv): T {
  const parsed = form.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StartError(`The setting ${issue?.path.join('.')} is wrong: ${issue?.message}. Correct it and start again.`)
}
