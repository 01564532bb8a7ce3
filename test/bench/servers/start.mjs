import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Connections to PostgreSQL of each server. */
export const POOL = 6

/**
 * Starts a server as its own process and waits until it says where it listens.
 * Answers its name, address, process, and how to read its resident memory (bytes; null where /proc is missing) and stop it.
 */
export async function startServer({ name, command = process.execPath, file, cwd, environment }) {
  const child = spawn(command, [file], { cwd, env: { ...process.env, NODE_ENV: 'production', BENCH_POOL: String(POOL), ...environment } })
  const url = await address(name, child)
  return {
    name,
    url,
    pid: child.pid,
    memory: () => residentMemory(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}

function address(name, child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk) => {
      said += chunk
      const found = /at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)
      if (found) resolve(`${found[1]}/graphql`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened: ${said.slice(-2000)}`)))
  })
}

function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  } catch {
    return null
  }
}

const here = import.meta.dirname

/** This gateway, as `npm start` would run it. */
export const gatewayServer = (databaseUrl) => ({
  name: 'gateway',
  file: join(here, '../../../apps/gateway/dist/main.js'),
  environment: { DATABASE_URL: databaseUrl, DATABASE_POOL: String(POOL), PORT: '0', SAMPLE_DATA: 'none' },
})

/** The hand-written server. */
export const limitServer = (databaseUrl) => ({ name: 'limit', file: join(here, 'limit.mjs'), environment: { DATABASE_URL: databaseUrl } })

/** graphql-js with resolvers and DataLoader. */
export const dataLoaderServer = (databaseUrl) => ({ name: 'dataloader', file: join(here, 'dataloader.mjs'), environment: { DATABASE_URL: databaseUrl } })
