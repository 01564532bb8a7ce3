import type { Client } from './product.js'

export const demonstrationId = async (client: Client): Promise<string> =>
  (await client.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id

/** A benchmark with random-looking, always the same values: `units` by `indicators`, a few of them missing. Answers its id. */
export async function makeBenchmark(
  client: Client,
  { units, indicators, runs, ...settings }: { units: number; indicators: number; runs: number; [setting: string]: unknown },
) {
  const projectId = await demonstrationId(client)
  const made = await client.ask('mutation ($input: CreateBenchmarkInput!) { createBenchmark(input: $input) { id } }', {
    input: { projectId, title: `Benchmark of ${units} by ${indicators}, ${Math.random()}`, purpose: 'Test', compares: 'Test', runs, ...settings },
  })
  if (made.errors) throw new Error(JSON.stringify(made.errors))
  const id = made.data.createBenchmark.id as string
  const titles = Array.from({ length: indicators }, (_, index) => `Indicator ${index + 1}`)
  for (const [index, title] of titles.entries()) {
    const { errors } = await client.ask('mutation ($input: CreateBenchmarkIndicatorInput!) { createBenchmarkIndicator(input: $input) { id } }', {
      input: { projectId, benchmarkId: id, title, position: index + 1, direction: index % 3 === 0 ? 'LESS' : 'MORE', weight: 1 },
    })
    if (errors) throw new Error(JSON.stringify(errors))
  }
  const rows = Array.from({ length: units }, (_, unit) => [
    `Initiative ${String(unit + 1).padStart(3, '0')}`,
    'ONGOING',
    ...titles.map((_, indicator) => ((unit * 7 + indicator * 3) % 29 === 0 ? '' : String(10 + ((unit * 37 + indicator * 101 + unit * indicator * 13) % 97)))),
  ])
  const csv = [['title', 'kind', ...titles], ...rows].map((row) => row.join(',')).join('\n')
  const filled = await client.ask('mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv) { added values } }', { id, csv })
  if (filled.errors) throw new Error(JSON.stringify(filled.errors))
  return id
}

export const freeze = (client: Client, id: string) =>
  client.ask('mutation ($id: ID!) { createBenchmarkEdition(benchmarkId: $id) { id state number title } }', { id })

/** Waits until the edition is no longer computed, and answers it. */
export async function settled(client: Client, id: string, within = 60_000) {
  for (const until = Date.now() + within; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 150))) {
    const { data } = await client.ask('query ($id: ID!) { benchmarkEdition(id: $id) { id version state resultHash failure newerDataExists } }', { id })
    if (data.benchmarkEdition.state !== 'COMPUTING') return data.benchmarkEdition
  }
  throw new Error('The edition is still being computed.')
}

export const recompute = async (client: Client, id: string) =>
  (await client.ask('mutation ($id: ID!) { recomputeBenchmarkEdition(id: $id) { same hash storedHash methodVersion } }', { id })).data.recomputeBenchmarkEdition
