import type { Config } from '../config.js'
import { isHttps } from '../kernel/is-https.js'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // A large workbook is packed beside the page, by a script that our own makes; what it may do is what our own may.
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Devices that no page of ours asks for. */
const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map((device) => `${device}=()`).join(', ')

/** What every answer tells browsers. Whoever came by https once comes by nothing else for a year. */
export const headersFor = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): ReadonlyMap<string, string> =>
  new Map([
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', unused],
    ...(isHttps(PUBLIC_URL) ? [['strict-transport-security', 'max-age=31536000'] as const] : []),
  ])
