import { freeze, makeBenchmark, settled } from '../support/benchmarks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const out = (...parts: unknown[]) => process.stderr.write(`SHOWN ${parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}\n`)

async function measure(units: number) {
  const lead = await stage.product.client.as('lead')
  const other = await stage.product.client.as('partner-a')
  const id = await makeBenchmark(lead, { units, indicators: 20, runs: 10_000, peerCount: 5 })
  const rest: number[] = []
  for (let n = 0; n < 100; n += 1) {
    const begin = performance.now()
    await other.ask('{ partners(first: 25) { totalCount nodes { id name } } }')
    rest.push(performance.now() - begin)
  }
  const begin = performance.now()
  const made = await freeze(lead, id)
  const edition = made.data.createBenchmarkEdition.id
  let done = false
  const during: number[] = []
  const load = (async () => {
    while (!done) {
      const at = performance.now()
      await other.ask('{ partners(first: 25) { totalCount nodes { id name } } }')
      during.push(performance.now() - at)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const end = await settled(lead, edition, 300_000)
  const wall = performance.now() - begin
  done = true
  await load
  const at = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]?.toFixed(1)
  out(
    units,
    'units',
    end.state,
    'wall ms',
    Math.round(wall),
    'reads at rest p50',
    at(rest, 0.5),
    'p95',
    at(rest, 0.95),
    'meanwhile p50',
    at(during, 0.5),
    'p95',
    at(during, 0.95),
    'n',
    during.length,
    'rss MB',
    Math.round(process.memoryUsage().rss / 1e6),
  )
  return { id, edition }
}

it('shows', async () => {
  await measure(20)
  await measure(100)
  const { id, edition } = await measure(500)
  const page = await stage.open('lead')
  for (const [name, path] of [
    ['benchmark', `/benchmarks/${id}/show`],
    ['edition', `/benchmarkEditions/${edition}/show`],
    ['entries', `/benchmarks/${id}/show`],
  ] as const) {
    const begin = performance.now()
    await visit(page, path)
    await page.waitForTimeout(0)
    out(
      name,
      'page ms',
      Math.round(performance.now() - begin),
      'nodes',
      await page.evaluate(() => document.querySelectorAll('*').length),
      'heap MB',
      Math.round((await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize)) / 1e6),
    )
    await page.screenshot({ path: `/tmp/x/shot-${name}.png` })
    await page.screenshot({ path: `/tmp/x/shot-${name}-full.png`, fullPage: true })
  }
})
