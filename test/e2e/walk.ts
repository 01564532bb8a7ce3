import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleMessage, Page, Request } from 'playwright-core'
import type { Place } from './places.js'
import { go, settle } from './settle.js'

interface Contract {
  readonly records: Readonly<Record<string, { readonly fields: readonly { readonly name: string }[] }>>
  readonly enums: Readonly<Record<string, readonly string[]>>
}

const contract = JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/contract/fields.json'), 'utf8')) as Contract

/** Words that only programs use: fields of several words, and values of several words. */
const ofPrograms = [
  ...new Set([
    ...Object.values(contract.records).flatMap(({ fields }) => fields.map(({ name }) => name).filter((name) => /[a-z][A-Z]/.test(name))),
    ...Object.values(contract.enums).flatMap((values) => values.filter((value) => /^[A-Z]+_[A-Z_]+$/.test(value))),
  ]),
]

interface Fault {
  readonly address: string
  readonly fault: string
}

/** Goes from place to place inside one page, each until its own data are on screen; tells what went wrong where. */
export async function walk(page: Page, places: readonly Place[]): Promise<Fault[]> {
  const faults: Fault[] = []
  let at = '/'
  const blame = (fault: string) => faults.push({ address: at, fault: fault.slice(0, 300) })
  const pending = watch(page, blame)
  for (const { address } of places) {
    at = address
    await go(page, address)
    await settle(page, pending).catch(() => blame('did not stand in time'))
    const fault = await page.evaluate(whatIsWrong)
    if (fault) blame(fault)
    const word = await page.evaluate(wordOfPrograms, ofPrograms)
    if (word) blame(`speaks of ${word}`)
    for (const odd of await page.evaluate(whatLooksOdd, address.startsWith('/securityLog'))) blame(odd)
  }
  return faults
}

/** Listens to what the browser complains of and what the gateway refuses; answers what is still being loaded. */
function watch(page: Page, blame: (fault: string) => void): ReadonlySet<Request> {
  const pending = new Set<Request>()
  page.on('console', (message) => isComplaint(message) && blame(message.text()))
  page.on('pageerror', (error) => blame(error.message))
  page.on('request', (request) => request.resourceType() !== 'eventsource' && pending.add(request))
  page.on('requestfailed', (request) => pending.delete(request))
  page.on('requestfinished', async (request) => {
    if (new URL(request.url()).pathname === '/graphql') {
      const answer = await request.response().then((response) => response?.json())
      for (const { message } of answer?.errors ?? []) blame(message)
    }
    pending.delete(request)
  })
  return pending
}

const isComplaint = (message: ConsoleMessage) => ['error', 'warning'].includes(message.type())

/** What a page says of itself when it cannot be shown. */
function whatIsWrong(): string | null {
  const said = Array.from(document.querySelectorAll('main h1, main [role=alert]'), ({ textContent }) => textContent ?? '')
  return (
    said.find((text) =>
      /^(This page cannot be shown|Nothing is here|Something went wrong on this page|Questa pagina non si può mostrare|Qui non c’è nulla)/.test(text),
    ) ?? null
  )
}

/** A field's name or a value of an enum anywhere on the page, or a digest in what is told of the past; null where there is none. */
function wordOfPrograms(words: readonly string[]): string | null {
  const texts = Array.from(document.querySelectorAll('main *'), ({ childNodes }) => Array.from(childNodes, (node) => node.nodeValue ?? ''))
  const said = new Set(texts.flat().flatMap((text) => text.split(/[^\w]+/)))
  const digest = Array.from(document.querySelectorAll('ol[reversed]'), ({ textContent }) => /[0-9a-f]{16,}/.exec(textContent ?? '')?.[0])
  return words.find((word) => said.has(word)) ?? digest.find((found) => found !== undefined) ?? null
}

/** What no reader should meet: a page that scrolls sideways, a key in the place of a word, a day as programs write it, or an id, save where a log names requests. */
function whatLooksOdd(isLog: boolean): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue?.trim() ?? '')
  const odd = [/^(ra|app|resources|enums|rooms|pages|reasons|waits|groups|faults|errors|roles)\.[\w.]+$/, /\b(19|20)\d\d-\d\d-\d\d\b/]
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-/
  const shown = texts.filter((text) => odd.some((form) => form.test(text)) || (!isLog && id.test(text))).map((text) => `shows ${text}`)
  const heading = document.querySelector('main h1')?.textContent?.trim() ?? ''
  if (heading.endsWith(':')) shown.push(`is called by nothing: ${heading}`)
  return scrollWidth > clientWidth + 1 ? [`scrolls sideways: ${scrollWidth} of ${clientWidth} px`, ...shown] : shown
}
