import { addressIn } from './api/address-parts'
import type { AnswerOf } from './api/document'
import { askFirst } from './api/first-questions'
import { openMembership } from './api/open-project'
import { viewerDocument } from './api/session.graphql'
import { stored } from './api/stored'
import { homeDocument, homeVariables } from './home/home.graphql'
import { firstLocale } from './kit/languages'

/** Asks who is there, and what home shows them, while the dashboard is still on its way. */
async function askForHome(): Promise<void> {
  const language = firstLocale(stored('locale'))
  const reply = await askFirst<{ readonly data?: AnswerOf<typeof viewerDocument> }>(viewerDocument, { language })
  const memberships = reply?.data?.viewer?.memberships.nodes ?? []
  const readable = memberships.flatMap((membership) => (membership.project ? [{ ...membership, project: membership.project }] : []))
  const { project, asOf } = addressIn(window.location.search)
  const open = openMembership(readable, project, stored('project'))?.project
  if (open && ['', '#/'].includes(window.location.hash)) void askFirst(homeDocument, { ...homeVariables(open, asOf ?? open.asOf), language })
}

void askForHome()
