import type { Translate } from '../api/translate'

/** Browsers and systems by what they say of themselves; the first that fits, since most also claim to be others. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

const firstOf = (list: typeof browsers | typeof systems, agent: string) => list.find(([sign]) => agent.includes(sign))?.[1]

/** A device as people call it, from its user agent; what is no browser is called by its own first word. */
export function deviceText(agent: string, translate: Translate): string {
  const browser = firstOf(browsers, agent)
  const system = firstOf(systems, agent)
  if (!browser) return agent.split(/[\s/]/)[0] ?? agent
  return system ? translate('account.deviceOn', { browser, system }) : browser
}
