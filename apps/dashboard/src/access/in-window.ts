import type { Document } from '../api/document'
import { ask } from '../api/graphql'

/** Name of the channel by which a window that came back from a provider tells what came of it. */
const CAME_BACK = 'clusterpolisee:came-back'

/** What is answered by whoever waited for that. */
const HEARD = 'heard'

/** What came of a visit in a window: nothing was refused, or for which reason. */
interface CameBack {
  readonly refused: string | null
}

/** Why a visit in a window came to nothing, as the gateway's word for it. */
export class VisitRefused extends Error {}

/** Leads to a provider of identities in a window of its own, so that nothing typed here is lost. Ends when somebody came back; throws VisitRefused, or what the gateway refused. */
export async function visitInWindow(document: Document<{ readonly page: string }, { provider: string }>, provider: string): Promise<void> {
  // Opened by the click itself: a browser lets no page open one later.
  const opened = window.open('', '_blank', 'popup,width=560,height=720')
  const { page } = await ask(document, { provider }).catch((error: unknown) => {
    opened?.close()
    throw error
  })
  const back = whenBack()
  if (opened) opened.location.assign(page)
  else window.open(page, '_blank')
  const { refused } = await back
  if (refused) throw new VisitRefused(refused)
}

function whenBack(): Promise<CameBack> {
  const channel = new BroadcastChannel(CAME_BACK)
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<CameBack | typeof HEARD>) => {
      if (data === HEARD) return
      channel.postMessage(HEARD)
      channel.close()
      resolve(data)
    }
  })
}

/** Tells the pages of this browser what came of a visit, and closes the window once one of them has heard it. */
export function tellBack(cameBack: CameBack): () => void {
  const channel = new BroadcastChannel(CAME_BACK)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => data === HEARD && window.close()
  channel.postMessage(cameBack)
  return () => channel.close()
}
