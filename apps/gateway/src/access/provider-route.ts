import { type Request, type Response, Router } from 'express'
import { type Identity, type Provider, ProviderFault } from '../kernel/provider.js'
import { refusalOf } from '../kernel/told-error.js'
import { type Context, strangerOf } from '../request/context.js'
import { noSuchAddress, noteUnexpected } from '../request/refuse.js'
import { requestContext, type Services } from '../request/request-context.js'
import { writer } from '../write/write-record.js'
import { noteProved, openSession } from './open-session.js'
import { accountOf, joinAccount } from './provider-account.js'
import { endVisit, VisitRefused, wayBack } from './provider-visit.js'
import { countTry } from './throttle.js'

/** `GET /providers/<key>/back`: where a provider of identities sends people back to. It leads on to a page of ours, whatever came of it. */
export function providerRoute(services: Services): Router {
  const router = Router()
  router.get('/:key/back', async (request, response) => {
    const provider = services.providers.find(({ settings }) => settings.key === request.params.key)
    if (!provider) throw noSuchAddress()
    const context = await requestContext(services, request, response)
    const page = await comeBack(context, provider, request).catch((error) => {
      if (!isExpected(error)) noteUnexpected(services.logger, error, response)
      return `/login?refused=${reasonOf(error)}&provider=${provider.settings.key}`
    })
    leadOn(response, `${context.publicUrl}/#${page}`)
  })
  return router
}

const isExpected = (error: unknown): error is ProviderFault | VisitRefused => error instanceof ProviderFault || error instanceof VisitRefused

/** A word for the dashboard, which has a sentence for it. */
const reasonOf = (error: unknown): string => (isExpected(error) ? error.reason : String(refusalOf(error)?.extensions.code ?? 'FAILED'))

/** The state and the code in the address are nobody else's, and no cache's. */
function leadOn(response: Response, page: string): void {
  response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(303, page)
}

/** Answers the page to go on with. */
async function comeBack(context: Context, provider: Provider, request: Request): Promise<string> {
  await countTry(context.database, 'provider', { account: '', network: context.address })
  const cameBack = new URL(wayBack(context, provider))
  cameBack.search = request.originalUrl.replace(/^[^?]*/, '')
  const visit = await endVisit(context, provider, cameBack.searchParams.get('state') ?? '')
  const identity = () => provider.identify(cameBack, visit)
  if (visit.inWindow)
    return closeWindow(provider, visit.sessionId ? proveAgain(context, visit.sessionId, identity) : identity().then((found) => enter(context, provider, found)))
  if (visit.userId === null) return enter(context, provider, await identity())
  return join(context, provider, visit.userId, identity)
}

/** The page that closes its window, and tells the one that opened it what came of the visit. */
async function closeWindow({ settings }: Provider, work: Promise<unknown>): Promise<string> {
  try {
    await work
    return '/came-back'
  } catch (error) {
    if (!isExpected(error)) throw error
    return `/came-back?refused=${error.reason}&provider=${settings.key}`
  }
}

/** Whoever is signed in here, in this session still, is who has signed in there anew. */
async function proveAgain(context: Context, sessionId: string, identify: () => Promise<Identity>): Promise<void> {
  const { database, viewer } = context
  if (viewer.sessionId !== sessionId || viewer.readOnly) throw new VisitRefused('OVER')
  const { issuer, subject } = await identify()
  const [account] = await database.run('SELECT 1 FROM provider_account WHERE issuer = $1 AND subject = $2 AND user_id = $3', [issuer, subject, viewer.userId])
  if (!account) throw new VisitRefused('ANOTHER_ACCOUNT')
  await noteProved(database, sessionId)
}

async function enter(context: Context, provider: Provider, identity: Identity): Promise<string> {
  const { database } = context
  const account = await database.write(strangerOf(context), (run) => accountOf(run, provider, identity))
  if (!context.letsIn(account.userId)) throw new VisitRefused('SAMPLE_ACCOUNT')
  const { sessionId, person } = await openSession(context, account.userId, provider.settings.key)
  await database.run('INSERT INTO provider_session (session_id, account_id, id_token) VALUES ($1, $2, $3)', [sessionId, account.id, identity.idToken])
  return person ? '/' : '/login'
}

/** Whoever joins an account is still the person who began. */
async function join(context: Context, provider: Provider, userId: string, identify: () => Promise<Identity>): Promise<string> {
  const isStillThere = context.viewer.userId === userId && !context.viewer.readOnly
  if (!isStillThere) throw new VisitRefused('OVER')
  try {
    const identity = await identify()
    await context.database.write(writer(context), (run) => joinAccount(run, provider, identity, userId))
    return `/account?joined=${provider.settings.key}`
  } catch (error) {
    if (!isExpected(error)) throw error
    return `/account?refused=${error.reason}&provider=${provider.settings.key}`
  }
}
