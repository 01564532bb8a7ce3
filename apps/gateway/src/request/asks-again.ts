import { type MiddlewareFn, UseMiddleware } from 'type-graphql'
import { refusal } from '../kernel/errors.js'
import type { Context } from './context.js'

/**
 * Refuses whoever is signed in and gave no password or second factor for a quarter of an hour: a session that somebody else
 * got hold of opens no further doors. The dashboard asks for it, and then sends the same again.
 */
export function checkProved({ viewer }: Pick<Context, 'viewer'>): void {
  if (viewer.sessionId === null || viewer.readOnly || viewer.proved) return
  throw refusal('PROVE_AGAIN', 'It is a while since you gave your password. Give it again, or a one-time code.')
}

const proved: MiddlewareFn<Context> = ({ context }, next) => {
  checkProved(context)
  return next()
}

/** Declares, beside the resolver, that a verb opens doors: it asks again who is there. Plain writes say so in their record, by `asksAgain`. */
export const AsksAgain = (): MethodDecorator => UseMiddleware(proved)
