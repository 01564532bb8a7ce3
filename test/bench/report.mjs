import { cpus, totalmem } from 'node:os'
import { goalLines } from './goals.mjs'
import { ratioOf, scopeRatios, seriesOf } from './series.mjs'
import { postgraphileVersions } from './servers/install-postgraphile.mjs'
import { POOL } from './servers/start.mjs'
import { spread } from './statistics.mjs'

const ratio = ({ median, least, greatest }) => (Number.isNaN(median) ? '–' : `${median.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`)
const short = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function ratioRows({ scenarios }, { connections }) {
  return scenarios.flatMap((result) =>
    connections.map((count) => [
      result.scenario.title,
      count,
      ...['limit', 'postgraphile', 'dataloader'].map((other) => ratio(ratioOf(result, count, other))),
      short(spread(seriesOf(result, count, 'gateway', 'rate')).median),
    ]),
  )
}

const servers = ['gateway', 'limit', 'dataloader', 'postgraphile']

function latencyRows({ scenarios }, { connections }) {
  return scenarios.flatMap((result) =>
    connections.map((count) => [
      result.scenario.title,
      count,
      ...servers.map((server) => {
        const [p50, p99] = ['p50', 'p99'].map((key) => spread(seriesOf(result, count, server, key).filter((value) => value > 0)).median)
        return Number.isNaN(p50) ? '–' : `${short(p50)} / ${short(p99)}`
      }),
      ...(result.bytes.get('gateway') ? [servers.map((server) => result.bytes.get(server) ?? '–').join(' / ')] : []),
    ]),
  )
}

/** Greatest resident memory that was seen of each server, in MB. */
function memoryRow({ scenarios }) {
  return servers.map((server) => {
    const seen = scenarios.flatMap(({ rounds }) => rounds.map(({ measured }) => measured.get(server)?.memory ?? 0))
    const most = Math.max(0, ...seen)
    return most ? `${(most / 1e6).toFixed(0)} MB` : '–'
  })
}

const figure = (value) => (Number.isNaN(value) ? '–' : short(value))

/** What the statements take by themselves. */
function statementRows({ scenarios }) {
  return scenarios.flatMap(({ scenario, statements = [] }) => {
    const median = (name) => spread(statements.map((round) => round[name]).filter((value) => value > 0)).median
    if (statements.length === 0) return []
    const scopes = statements[0].off ? ratio(spread(scopeRatios(statements))) : '–'
    return [[scenario.title, ...['on', 'off', 'limit'].map((name) => (Number.isNaN(median(name)) ? '–' : median(name).toFixed(2))), scopes]]
  })
}

/** Processor time of a request: of the server, of PostgreSQL, and of the load. */
function cpuRows({ scenarios }, { connections }) {
  return scenarios.flatMap((result) =>
    connections.map((count) => {
      const parts = servers.map((server) => {
        const used = seriesOf(result, count, server, 'cpu').filter(Boolean)
        const [own, postgres, load] = ['server', 'postgres', 'load'].map((part) => figure(spread(used.map((cpu) => cpu[part])).median))
        return used.length === 0 ? '–' : `${own} + ${postgres} + ${load}`
      })
      return [result.scenario.title, count, ...parts]
    }),
  )
}

/** The whole report, as Markdown. */
export function report(results, options) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}, PostgreSQL as it comes with the product`
  const scale = options.scale === 1 ? '' : ` The programme's data set was made at ${options.scale} of its size.`
  return [
    `Requests per second of this gateway as a share of other servers, median (least–greatest) of ${options.rounds} rounds of ${options.seconds} s; each ratio is taken inside a round. ${machine}; servers, database and load share it. Pools of ${POOL}.${scale} PostGraphile ${postgraphileVersions.postgraphile} runs on Node ${postgraphileVersions.node}.`,
    table(['scenario', 'connections', 'of the limit', 'PostGraphile', 'DataLoader', 'requests/s'], ratioRows(results, options)),
    `Latency p50 / p99 in ms, and bytes of the answer (${servers.join(' / ')}).`,
    table(['scenario', 'connections', ...servers, 'bytes'], latencyRows(results, options)),
    `Greatest resident memory seen: ${servers.map((server, index) => `${server} ${memoryRow(results)[index]}`).join(', ')}.`,
    'Where the time goes: processor time of a request in ms, of the server + of PostgreSQL + of the load.',
    table(['scenario', 'connections', ...servers], cpuRows(results, options)),
    'The statements by themselves, one by one in turn on one connection, without HTTP and JavaScript: ms (median). Scopes on against off: the same rows visible, by statements per second.',
    table(['scenario', 'gateway', 'gateway without scopes', 'limit', 'scopes on / off'], statementRows(results)),
    'Goals:',
    goalLines(results, options).join('\n'),
  ].join('\n\n')
}
