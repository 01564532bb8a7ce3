import type { IncomingHttpHeaders } from 'node:http'
import { personId, samplePeople } from '@clusterpolisee/schema'
import { type Config, isOffLoopback } from '../config.js'
import { isHttps } from '../kernel/is-https.js'
import { isLoopback } from '../kernel/loopback.js'

/** How people come in, by the settings. */
export interface WaysIn {
  readonly isHttps: boolean
  /** False for a sample account that is asked for from elsewhere than this computer. */
  letsIn(userId: string | null, headers: IncomingHttpHeaders): boolean
  /** Whether such a person needs a second factor here. */
  demandsFactor(person: Standing): boolean
}

/** What of a person decides whether they need a second factor. */
export interface Standing {
  readonly administrator: boolean
  readonly leadPartner: boolean
}

const sampleIds: ReadonlySet<string | null> = new Set(samplePeople.map(({ key }) => personId(key)))
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const

/** The sample accounts share one password, which was printed: they are for this computer, unless a setting says otherwise. */
export function waysIn(config: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'SAMPLE_ACCOUNTS' | 'SECOND_FACTOR'>): WaysIn {
  const here = !isOffLoopback(config)
  const anywhere = config.SAMPLE_ACCOUNTS === 'anywhere'
  return {
    isHttps: isHttps(config.PUBLIC_URL),
    letsIn: (userId, headers) => anywhere || !sampleIds.has(userId) || (here && comesFromHere(headers)),
    demandsFactor: ({ administrator, leadPartner }) =>
      (administrator && config.SECOND_FACTOR.includes('administrators')) || (leadPartner && config.SECOND_FACTOR.includes('lead-partners')),
  }
}

const comesFromHere = (headers: IncomingHttpHeaders): boolean =>
  isLoopback((headers.host ?? '').replace(/:\d+$/, '')) && forwarded.every((name) => headers[name] === undefined)
