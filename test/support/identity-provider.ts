import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import { Provider } from 'oidc-provider'

/** What the provider tells of a person. */
interface Told {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

/** A provider of identities on this machine. Whoever comes to it is signed in as `who`, without a question. */
export interface IdentityProvider {
  readonly people: Map<string, Told>
  who: string
  /** Answers in place of the provider, while it is set. */
  instead: RequestListener | null
  /** Settings of a product that knows it as `region`. */
  readonly settings: NodeJS.ProcessEnv
  /** From now on it knows the product at this address. */
  serve(product: string): void
  stop(): void
}

const [id, secret] = ['clusterpolisee', randomUUID()]

/** Begins a provider; it answers once it serves a product. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let answer: RequestListener = (_, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => (provider.instead ?? answer)(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const provider: IdentityProvider = {
    people: new Map(),
    who: '',
    instead: null,
    settings: {
      OIDC_PROVIDERS: 'region',
      OIDC_REGION_ISSUER: issuer,
      OIDC_REGION_CLIENT_ID: id,
      OIDC_REGION_CLIENT_SECRET: secret,
      OIDC_REGION_NAME: 'The Region',
      OIDC_REGION_DOMAINS: 'region.example',
    },
    serve(product) {
      answer = answersOf(issuer, product, provider)
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  return provider
}

function answersOf(issuer: string, product: string, here: IdentityProvider): RequestListener {
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [`${product}/providers/region/back`], post_logout_redirect_uris: [`${product}/`] }],
    jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    // Seconds; without them it writes a notice of each.
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId, ...here.people.get(accountId) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const protocol = provider.callback()
  return async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return protocol(request, response)
    await provider.interactionFinished(request, response, { login: { accountId: here.who } })
  }
}
