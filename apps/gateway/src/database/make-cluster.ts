import { execFile } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { serverPrograms, serverUser } from './server-programs.js'

const SCRAM = 'scram-sha-256'

/** Text is ordered by code point on every machine, small and capital letters are those of every language; no password is sent in clear. */
const FLAGS = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--auth=${SCRAM}`]

/** Makes the files of a new server in a folder, with one role, who may do everything. */
export async function makeCluster(folder: string, password: string, owner: string): Promise<void> {
  const { initdb } = await serverPrograms()
  const user = serverUser()
  const passwordFile = `${folder}.password`
  mkdirSync(folder, { recursive: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (user.uid !== undefined && user.gid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
    await promisify(execFile)(initdb, [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, `--username=${owner}`, ...FLAGS], user)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A server that an earlier release made takes passwords in clear; it has kept them as scram wants them. */
export function demandScram(folder: string): void {
  const file = join(folder, 'pg_hba.conf')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\bpassword$/gm, SCRAM))
}

/** Makes a database of a server. `url` leads to another of its databases. */
export async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}
