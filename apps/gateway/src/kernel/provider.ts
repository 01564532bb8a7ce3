import * as client from 'openid-client'
import type { Logger } from 'pino'
import type { ProviderSettings } from '../provider-settings.js'

/** What was said when somebody was sent to a provider; the answer must fit it. */
export interface Handshake {
  readonly state: string
  readonly nonce: string
  /** Of PKCE: whoever has the code alone can do nothing with it. */
  readonly verifier: string
  /** The person signs in there anew, whoever is signed in there already. */
  readonly isAnew: boolean
}

/** Who somebody is, as a provider says. */
export interface Identity {
  /** The two that are the person there, for ever. */
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  /** False: anybody may have written this address there. */
  readonly emailVerified: boolean
  readonly name: string | null
  /** The statement itself, which the provider wants to see when its person signs out. */
  readonly idToken: string
}

/** Why a provider says nothing of somebody: it does not answer as it should, or it refused, or the person did. */
export class ProviderFault extends Error {
  constructor(readonly reason: 'AWAY' | 'REFUSED') {
    super(`The provider of identities: ${reason}`)
  }
}

/** Seconds that a provider may take for an answer. */
const PATIENCE = 5
/** Seconds since somebody signed in there, for whom it counts as anew: as long as they may take to come back. */
const ANEW = 600
/** Milliseconds that its description is kept. */
const KEPT_FOR = 3_600_000

/** A provider of identities. Whatever is wrong with it is written to the log, without values, and is a {@link ProviderFault}. */
export class Provider {
  private described: Promise<client.Configuration> | undefined
  private until = 0

  constructor(
    readonly settings: ProviderSettings,
    private readonly logger: Logger,
  ) {}

  /** Where a browser is sent to sign in; it comes back to `backTo`. */
  beginAt(backTo: string, { state, nonce, verifier, isAnew }: Handshake): Promise<string> {
    return this.attempt(async (provider) => {
      const asked = {
        redirect_uri: backTo,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge_method: 'S256',
        ...(isAnew ? { prompt: 'login', max_age: '0' } : {}),
      }
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      return client.buildAuthorizationUrl(provider, { ...asked, code_challenge: challenge }).href
    })
  }

  /** Who came back, by the address with which they did; asks the provider itself. */
  identify(cameBack: URL, { state, nonce, verifier, isAnew }: Handshake): Promise<Identity> {
    return this.attempt(async (provider) => {
      const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      const tokens = await client.authorizationCodeGrant(provider, cameBack, isAnew ? { ...expected, maxAge: ANEW } : expected)
      const claims = tokens.claims()
      if (!claims || !tokens.id_token) throw new Error('there is no ID token')
      const hasMore = claims.email === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
      const told = hasMore ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : claims
      return { ...personIn(told), issuer: claims.iss, subject: claims.sub, idToken: tokens.id_token }
    })
  }

  /** Where a browser is sent to sign out there too; null where the provider has no such page. */
  endAt(idToken: string, backTo: string): Promise<string | null> {
    return this.attempt(async (provider) => {
      if (!provider.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href
    })
  }

  private async attempt<T>(work: (provider: client.Configuration) => Promise<T>): Promise<T> {
    try {
      return await work(await this.describe())
    } catch (error) {
      // What it said of itself may be what was wrong.
      this.described = undefined
      const { code, message, cause } = error as Error & { readonly code?: unknown; readonly cause?: { readonly message?: unknown } }
      const why = [message, cause?.message].filter(Boolean).join(': ')
      this.logger.warn({ provider: this.settings.key, code, why }, 'a provider of identities did not answer as it should')
      throw new ProviderFault(error instanceof client.AuthorizationResponseError ? 'REFUSED' : 'AWAY')
    }
  }

  /** Its own description, asked for again after an hour, and after it failed. */
  private describe(): Promise<client.Configuration> {
    if (!this.described || this.until < performance.now()) {
      this.until = performance.now() + KEPT_FOR
      this.described = this.discover()
    }
    return this.described
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
    return client.discovery(new URL(issuer), clientId, undefined, proofBy(clientSecret), {
      timeout: PATIENCE,
      execute: [client.enableNonRepudiationChecks, ...insecure],
    })
  }
}

/** The secret as most providers want it, in a header; in the body where one says that it takes no header. */
const proofBy =
  (secret: string): client.ClientAuth =>
  (provider, ...request) => {
    const { token_endpoint_auth_methods_supported: ways = ['client_secret_basic'] } = provider
    const proof = ways.includes('client_secret_basic') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret)
    return proof(provider, ...request)
  }

function personIn({ email, email_verified: verified, name }: client.UserInfoResponse | client.IDToken) {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  // Letters beyond ASCII can be made the same as others (a Kelvin sign and a k): such an address is not taken for anybody's.
  const address = text(email)
  return { email: address, emailVerified: verified === true && /^[!-~]+$/.test(address ?? ''), name: text(name) }
}
