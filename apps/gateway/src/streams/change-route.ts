import type { RequestHandler } from 'express'
import { viewerOf } from '../request/request-context.js'
import type { Viewers } from '../request/viewers.js'
import { type ChangeStreams, MOST_STREAMS } from './change-streams.js'

/** `GET /changes`: which records change while a page is open. Signed-in people only, by session cookie or token. */
export function changeRoute(streams: ChangeStreams, viewers: Viewers): RequestHandler {
  return async (request, response) => {
    const viewer = () => viewerOf(viewers, request)
    const who = await viewer().catch(() => null)
    if (!who?.userId) return void response.status(401).json({ code: 'UNAUTHENTICATED', message: 'Sign in first.' })
    if (!streams.open(response, who.userId, viewer)) {
      response.status(429).json({ code: 'RATE_LIMITED', message: `One person has at most ${MOST_STREAMS} of these open. Close another page first.` })
    }
  }
}
