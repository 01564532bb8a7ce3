import type { RequestHandler } from 'express'
import type { Viewers } from '../access/viewers.js'
import { viewerOf } from '../http/request-context.js'
import { type EventStreams, MOST_STREAMS } from './event-streams.js'

/** `GET /events`: which records change while a page is open. Signed-in people only, by session cookie or token. */
export function eventRoute(streams: EventStreams, viewers: Viewers): RequestHandler {
  return async (request, response) => {
    const viewer = () => viewerOf(viewers, request)
    const who = await viewer().catch(() => null)
    if (!who?.userId) return void response.status(401).json({ code: 'UNAUTHENTICATED', message: 'Sign in first.' })
    if (!streams.open(response, who.userId, viewer)) {
      response.status(429).json({ code: 'RATE_LIMITED', message: `One person has at most ${MOST_STREAMS} of these open. Close another page first.` })
    }
  }
}
