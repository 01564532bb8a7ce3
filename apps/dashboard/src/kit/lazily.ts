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

/**
 * Loads a part. Browsers keep a part that failed for as long as the page lives, and where a newer dashboard lies in its place it is
 * nowhere: once the server is reached the page begins anew, which finds both. Where that did not help, it is said that the part is away.
 */
async function loadPart<Props>(load: Load<Props>, failed: () => void): ReturnType<Load<Props>> {
  try {
    return await load()
  } catch (error) {
    failed()
    const served = await servedScripts()
    const place = `${window.location.hash} ${served}`
    const wasBegunAnew = sessionStorage.getItem(BEGUN_ANEW) === place
    if (served === null || wasBegunAnew) {
      sessionStorage.removeItem(BEGUN_ANEW)
      throw new PartAway('A part could not be loaded.', { cause: error })
    }
    sessionStorage.setItem(BEGUN_ANEW, place)
    window.location.reload()
    return new Promise<never>(() => undefined)
  }
}

/** At which page, and for which build, this tab began anew because a part had failed. */
const BEGUN_ANEW = 'ClusterPoliSEE.begunAnew'

const SCRIPTS = /<script[^>]+type="module"[^>]+src="([^"]+)"/g

/** The scripts of the dashboard that the server has now; null: it is not reached. */
async function servedScripts(): Promise<string | null> {
  const page = await fetch('/', { cache: 'no-store' }).then(
    (response) => response.text(),
    () => '',
  )
  return [...page.matchAll(SCRIPTS)].map(([, address]) => address).join(' ') || null
}
