import { type ComponentType, createElement, lazy } from 'react'

/** A part of the dashboard could not be fetched: no connection, or none to where it lies. */
export class PartAway extends Error {}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>

const renewals = new Set<() => void>()

/** What could not be loaded is asked for again where it is shown next: React keeps a failed load for ever. */
export function forgetFailedLoads(): void {
  for (const renew of renewals) renew()
  renewals.clear()
}

/** A component that is loaded when it is first shown. */
export function lazily<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const make = (): ComponentType<Props> => lazy(() => loadPart(load, () => renewals.add(renew)))
  const renew = () => {
    held.part = make()
  }
  const held = { part: make() }
  return (props) => createElement(held.part, props)
}

/** Loads a part; where a newer dashboard lies in its place, the page begins anew with that, once. */
async function loadPart<Props>(load: Load<Props>, failed: () => void): ReturnType<Load<Props>> {
  try {
    return await load()
  } catch (error) {
    failed()
    const newer = await newerBuild()
    if (newer === null || sessionStorage.getItem(RELOADED) === newer) throw new PartAway('A part could not be loaded.', { cause: error })
    sessionStorage.setItem(RELOADED, newer)
    window.location.reload()
    return new Promise<never>(() => undefined)
  }
}

/** For which build this tab began anew already. */
const RELOADED = 'ClusterPoliSEE.reloaded'

const SCRIPTS = /<script[^>]+type="module"[^>]+src="([^"]+)"/g

/** The scripts of the dashboard that the server has now, where they are others than this page's; null: the same, or not reached. */
async function newerBuild(): Promise<string | null> {
  const page = await fetch('/', { cache: 'no-store' }).then(
    (response) => response.text(),
    () => '',
  )
  const served = [...page.matchAll(SCRIPTS)].map(([, address]) => address).join(' ')
  const own = Array.from(document.querySelectorAll('script[type="module"][src]'), (script) => script.getAttribute('src')).join(' ')
  return served && served !== own ? served : null
}
