import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './kernel/loopback.js'
import { parseSettings } from './kernel/parse-settings.js'
import { StartError } from './kernel/start-error.js'
import { type ProviderSettings, readProviders } from './provider-settings.js'

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.stringbool()
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')

/** Every setting, its default and its bounds. */
const settings = z.object({
  /** What this installation is called: in titles, mails and apps for codes. */
  APP_NAME: z.string().trim().min(1).max(60).default('ClusterPoliSEE'),
  /** Its logo, an SVG or PNG file; unset: that of ClusterPoliSEE. */
  LOGO_FILE: z
    .string()
    .regex(/\.(svg|png)$/i, 'must end with .svg or .png')
    .refine(existsSync, 'names no file that is there')
    .optional(),
  /** Where the server listens. */
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** PostgreSQL 15 or newer; unset starts the embedded PostgreSQL in DATA_DIR. */
  DATABASE_URL: databaseUrl.optional(),
  /** Notices and jobs, where a pooler stands before DATABASE_URL. */
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  /** As the role that owns the tables and brings them up to date, past a pooler; that of DATABASE_URL then reads and writes, and no more. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
  /** Connections of one gateway. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** Seconds after which a statement is stopped. */
  STATEMENT_TIMEOUT: z.coerce.number().int().min(1).max(3600).default(15),
  /** Feeds that may stream at the same time, each on a connection of its own. */
  FEED_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  /** From which level on lines are written to the log; `info` tells of starts and stops too. */
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  /** Milliseconds after which a read is written to the log with its SQL and plan. */
  SLOW_READ: z.coerce.number().int().min(1).default(1000),
  /** True: `GET /metrics` tells figures of this process, for Prometheus. Anyone who reaches the port can read them. */
  METRICS: flag.default(false),
  /** Where traces and figures are sent to by OpenTelemetry, as http://127.0.0.1:4318 (OTLP over HTTP); unset: nowhere. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Share of the traces that is sent. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Embedded database and generated secrets. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Key by which checkpoints of the log are signed; the same for all gateways of one database. Made at the first start; by default in DATA_DIR, outside the database. */
  LOG_KEY_FILE: z.string().min(1).optional(),
  /** The sample projects; by default loaded into an empty embedded database that only this computer reaches. */
  SAMPLE_DATA: z.enum(['clusterpolisee', 'none']).optional(),
  /** Password of the sample accounts; generated and printed once when unset. */
  SAMPLE_PASSWORD: z.string().min(10).optional(),
  /** `anywhere`: the sample accounts, whose one password was printed, are made and work off this computer too. */
  SAMPLE_ACCOUNTS: z.enum(['loopback', 'anywhere']).default('loopback'),
  /** Who needs a second factor, as `administrators,lead-partners`; whoever lacks one sets it up before anything else. */
  SECOND_FACTOR: z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(['administrators', 'lead-partners'])))
    .default([]),
  /** Address under which people reach the dashboard, as https://clusterpolisee.example.org: links are made from it. Needed off loopback and for mail. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** True behind a proxy that sets X-Forwarded-For. */
  TRUST_PROXY: flag.default(false),
  /** Without it, invitation and reset links are shown to whoever asks for them with the right to. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().optional(),
  /** Whom to tell of a weakness of this installation, as mailto:security@example.org: shown at /.well-known/security.txt. */
  SECURITY_CONTACT: z.url({ protocol: /^(mailto|https|tel)$/ }).optional(),
  /** Backups are encrypted with it, and opened. A file that holds 32 random bytes is better. */
  BACKUP_PASSPHRASE: z.string().min(12).optional(),
  BACKUP_KEY_FILE: z.string().optional(),
})

export type Config = z.infer<typeof settings> & {
  /** What people may sign in with, beside a password. */
  readonly PROVIDERS: readonly ProviderSettings[]
}

/** Reads the settings; a wrong one is a StartError that names it. Empty ones count as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const config = { ...parseSettings(settings, given), PROVIDERS: readProviders(given) }
  const reason = needsPublicUrl(config)
  if (reason && !config.PUBLIC_URL) {
    throw new StartError(
      `The setting PUBLIC_URL is missing: ${reason}. Set it to the address that people open, as https://clusterpolisee.example.org, and start again.`,
    )
  }
  if (config.SAMPLE_DATA === 'clusterpolisee' && !mayHaveSamples(config)) {
    throw new StartError(
      'The sample accounts share one password, and other machines reach this server (HOST, PUBLIC_URL). Set SAMPLE_DATA=none, or SAMPLE_ACCOUNTS=anywhere if anybody may have them, and start again.',
    )
  }
  return { ...config, DATA_DIR: resolve(config.DATA_DIR) }
}

/** True where other machines reach this server. */
export const isOffLoopback = ({ HOST, PUBLIC_URL }: Pick<Config, 'HOST' | 'PUBLIC_URL'>): boolean =>
  !isLoopback(HOST) || (PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname))

/** True where sample accounts may be made. */
export const mayHaveSamples = (config: Pick<Config, 'HOST' | 'PUBLIC_URL' | 'SAMPLE_ACCOUNTS'>): boolean =>
  config.SAMPLE_ACCOUNTS === 'anywhere' || !isOffLoopback(config)

/** Why links cannot be made from where this server listens; null when they can. */
function needsPublicUrl({ SMTP_URL, HOST, TRUST_PROXY, PROVIDERS }: Config): string | null {
  if (SMTP_URL) return 'mails with links are sent (SMTP_URL)'
  if (!isLoopback(HOST)) return `other machines reach this one (HOST is ${HOST})`
  if (!PROVIDERS.every(({ issuer }) => isLoopback(new URL(issuer).hostname))) return 'providers of identities send people back to it (OIDC_PROVIDERS)'
  return TRUST_PROXY ? 'people come by a proxy (TRUST_PROXY)' : null
}
