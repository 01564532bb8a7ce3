import type { RequestHandler } from 'express'
import { refusal, unauthenticated } from '../kernel/errors.js'
import { viewerOf } from '../request/request-context.js'
import type { Viewers } from '../request/viewers.js'
import { type ChangeStreams, MOST_STREAMS } from './change-streams.js'

/** `GET /changes`: which records change while a page is open. Signed-in people only, by session cookie or token. */
export function changeRoute(streams: ChangeStreams, viewers: Viewers): RequestHandler {
  return async (request, response) => {
    const viewer = async () => viewerOf(viewers, request)
    const { userId } = await viewer()
    if (!userId) throw unauthenticated()
    if (streams.open(response, userId, viewer)) return
    throw refusal('RATE_LIMITED', `One person has at most ${MOST_STREAMS} of these open. Close another page first.`)
  }
}
