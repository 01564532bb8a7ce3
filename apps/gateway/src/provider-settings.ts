import { z } from 'zod'
import { isLoopback } from './kernel/loopback.js'
import { parseSettings } from './kernel/parse-settings.js'

/** A provider of identities (OpenID Connect) that people may sign in with. */
export interface ProviderSettings {
  /** Its short name, as in its settings and addresses. */
  readonly key: string
  /** As people are shown it. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whoever has a verified address at one of these may come without an invitation. */
  readonly domains: readonly string[]
}

const keys = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,30}(,[a-z][a-z0-9]{0,30})*$/, 'must be short names of lower-case letters and digits, parted by commas')
  .default('')

const issuer = z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must begin with https://')

/** Those that `OIDC_PROVIDERS` names, each by `OIDC_<NAME>_ISSUER` and so on; a wrong or missing one is a StartError that names it. */
export function readProviders(given: NodeJS.ProcessEnv): readonly ProviderSettings[] {
  const { OIDC_PROVIDERS: named } = parseSettings(z.object({ OIDC_PROVIDERS: keys }), given)
  return [...new Set(named.split(',').filter(Boolean))].map((key) => readProvider(key, given))
}

function readProvider(key: string, given: NodeJS.ProcessEnv): ProviderSettings {
  const setting = (name: string) => `OIDC_${key.toUpperCase()}_${name}`
  const names = { issuer: setting('ISSUER'), clientId: setting('CLIENT_ID'), clientSecret: setting('CLIENT_SECRET') }
  const form = z.object({ [names.issuer]: issuer, [names.clientId]: z.string(), [names.clientSecret]: z.string() })
  const needed = parseSettings(form, given)
  return {
    key,
    name: given[setting('NAME')] ?? key,
    issuer: String(needed[names.issuer]),
    clientId: String(needed[names.clientId]),
    clientSecret: String(needed[names.clientSecret]),
    domains: listOf(given[setting('DOMAINS')]),
  }
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter(Boolean)
