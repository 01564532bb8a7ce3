import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig, startGateway } from '@clusterpolisee/gateway'

/** Another test file is making the data: so long it may take. */
const PATIENCE = 60_000

/**
 * Fills an empty folder with the data of a product that has just been started for the first time. They are made once for all
 * test files and copied, with their owners: PostgreSQL does not run as root.
 */
export async function copyFreshData(folder: string, settings: NodeJS.ProcessEnv): Promise<void> {
  const template = process.env.TEST_TEMPLATE
  if (!template) throw new Error('Tests are run by jest with its configuration, which says where fresh data are kept.')
  const [data, ready] = [join(template, 'data'), join(template, 'ready')]
  if (isFirst(data)) writeFileSync(ready, await fault(() => makeData({ ...settings, DATA_DIR: data, PORT: '0' })))
  for (const begin = Date.now(); !existsSync(ready); await wait(50)) {
    if (Date.now() - begin > PATIENCE) throw new Error('Fresh data were not made in time.')
  }
  const failure = readFileSync(ready, 'utf8')
  if (failure) throw new Error(failure)
  const copied = spawnSync('cp', ['-a', `${data}/.`, folder])
  if (copied.status !== 0) throw new Error(`Fresh data were not copied: ${copied.stderr}`)
}

async function makeData(settings: NodeJS.ProcessEnv): Promise<void> {
  const gateway = await startGateway(readConfig(settings))
  await gateway.stop()
  // A test's data need not outlive the machine; that of a process which is killed is kept all the same.
  appendFileSync(join(String(settings.DATA_DIR), 'postgres/postgresql.auto.conf'), 'fsync = off\nfull_page_writes = off\n')
}

/** What went wrong, as text; empty when nothing did. */
const fault = (work: () => Promise<void>): Promise<string> => work().then(() => '', String)

/** To make a folder succeeds once only. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
