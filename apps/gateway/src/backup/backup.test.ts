import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { StartError } from '../kernel/start-error.js'
import { FORMAT } from './backup-file.js'
import { backupSecret } from './backup-secret.js'
import type { Frame } from './frames.js'
import { packBackup } from './pack-backup.js'
import { readBackup } from './read-backup.js'
import { refuseNewerBackup } from './restore-backup.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-backup-'))
const secret = Buffer.from('a passphrase that is long')
const manifest = { release: '0.1.0', madeAt: '2026-11-30T12:00:00Z', postgres: '18.4', migrations: [], tables: ['partner', 'pilot'], sequences: {} }

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/** What gzip makes no shorter. */
const noise = (bytes: number) => Buffer.concat(Array.from({ length: Math.ceil(bytes / 32) }, (_, at) => sum(Buffer.from(String(at))))).subarray(0, bytes)

async function* whole(): AsyncGenerator<Frame> {
  yield { kind: 'manifest', manifest }
  yield { kind: 'table', table: { name: 'partner', columns: ['id'] } }
  yield { kind: 'rows', bytes: noise(100_000) }
  yield { kind: 'rows', bytes: noise(90_000) }
  yield { kind: 'end', rows: 2 }
  yield { kind: 'table', table: { name: 'pilot', columns: ['id', 'title'] } }
  yield { kind: 'end', rows: 0 }
}

async function* without(kind: Frame['kind']): AsyncGenerator<Frame> {
  for await (const frame of whole()) if (frame.kind !== kind) yield frame
}

async function collect(frames: AsyncIterable<Frame>): Promise<Frame[]> {
  const found: Frame[] = []
  for await (const frame of frames) found.push(frame)
  return found
}

const rowsIn = (frames: readonly Frame[]) => Buffer.concat(frames.flatMap((frame) => (frame.kind === 'rows' ? [frame.bytes] : [])))

/** Whatever is done to a file, what reads it says why not. */
async function refused(bytes: Buffer, key: Buffer | null, sentence: RegExp = /./): Promise<void> {
  const path = join(folder, 'changed')
  writeFileSync(path, bytes)
  const reading = readBackup(path, key)
  await expect(reading).rejects.toBeInstanceOf(StartError)
  await expect(reading).rejects.toThrow(sentence)
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  ['not encrypted', null],
  ['encrypted', secret],
])('a backup, %s,', (name, key) => {
  const path = join(folder, name)
  let bytes: Buffer

  beforeAll(async () => {
    expect(await packBackup(whole(), path, key)).toBe(statSync(path).size)
    bytes = readFileSync(path)
  })

  it('is read as it was written, and by its owner only', async () => {
    const backup = await readBackup(path, key)
    expect(backup).toMatchObject({ manifest, rows: 2 })
    const [was, is] = [await collect(whole()), await collect(backup.frames())]
    expect(rowsIn(is).equals(rowsIn(was))).toBe(true)
    expect(is.filter(({ kind }) => kind !== 'rows')).toEqual(was.filter(({ kind }) => kind !== 'rows'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(`${path}.part`)).toBe(false)
  })

  it('is refused with any byte changed', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        await refused(changed, key)
      }),
      { numRuns: 60 },
    ))

  it('is refused cut off anywhere, or with more behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), (length) => refused(bytes.subarray(0, length), key)),
      { numRuns: 30, examples: [[0], [1], [30], [bytes.length - 32]] },
    )
    await refused(Buffer.concat([bytes, Buffer.from('x')]), key, /is damaged: its checksum does not fit/)
  })

  it('is refused when it is of a newer kind, or is no backup', async () => {
    await refused(Buffer.from(bytes.toString('latin1').replace(`"format":${FORMAT}`, '"format":2'), 'latin1'), key, /newer release/)
    await refused(Buffer.from('CREATE TABLE partner ();\n'), key, /is no backup of ClusterPoliSEE/)
    await expect(readBackup(join(folder, 'nowhere'), key)).rejects.toThrow(/cannot be read/)
  })
})

describe('an encrypted backup', () => {
  const path = join(folder, 'sealed')
  let body: Buffer
  const PIECE = 64 * 1024 + 16

  beforeAll(async () => {
    await packBackup(whole(), path, secret)
    body = readFileSync(path).subarray(0, -32)
  })

  it('shows nothing of what is in it, and is sealed by another key each time', async () => {
    expect(readFileSync(path).includes('partner')).toBe(false)
    await packBackup(whole(), `${path}-again`, secret)
    expect(readFileSync(`${path}-again`).subarray(200, 264).equals(body.subarray(200, 264))).toBe(false)
  })

  it('is opened by its own secret only', async () => {
    await refused(readFileSync(path), null, /is encrypted\. Set BACKUP_PASSPHRASE or BACKUP_KEY_FILE/)
    await refused(readFileSync(path), Buffer.from('another passphrase'), /The key does not open this backup/)
  })

  it('is refused when somebody changed it and put its checksum right', async () => {
    const start = body.indexOf('\n') + 1
    const [line, first, rest] = [body.subarray(0, start), body.subarray(start, start + PIECE), body.subarray(start + PIECE)]
    expect(rest.length).toBeGreaterThan(PIECE)
    const changes = [
      [line, rest, first],
      [line, first, first, rest],
      [line, rest],
      [line, first],
      [line],
      [line, first, Buffer.from(rest.map((byte, at) => (at === 5 ? byte ^ 1 : byte)))],
      [Buffer.from(line.toString().replace('"backup"', ' "backup"')), first, rest],
    ]
    for (const parts of changes) {
      const changed = Buffer.concat(parts)
      await refused(Buffer.concat([changed, sum(changed)]), secret, /The key does not open this backup/)
    }
  })
})

describe('what is written as a backup', () => {
  it.each(['manifest', 'table', 'end'] as const)('is refused without its %s', async (kind) => {
    const path = join(folder, `without-${kind}`)
    await packBackup(without(kind), path, null)
    await refused(readFileSync(path), null, /not whole/)
  })

  it('is not there when it could not be written to its end', async () => {
    const path = join(folder, 'half')
    async function* half(): AsyncGenerator<Frame> {
      yield { kind: 'manifest', manifest }
      throw new Error('lost')
    }
    await expect(packBackup(half(), path, secret)).rejects.toThrow('lost')
    await expect(packBackup(whole(), join(folder, 'nowhere/file'), secret)).rejects.toThrow(/cannot be written/)
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false])
  })

  it('is refused where its release or a migration is newer', () => {
    expect(() => refuseNewerBackup(manifest)).not.toThrow()
    expect(() => refuseNewerBackup({ ...manifest, release: '99.0.0' })).toThrow(/made by the release 99\.0\.0, which is newer/)
    expect(() => refuseNewerBackup({ ...manifest, migrations: ['Awards9999999999999'] })).toThrow(/newer than this one/)
  })
})

describe('the secret', () => {
  it('is that of the key file, else the passphrase, else none', () => {
    const file = join(folder, 'key')
    writeFileSync(file, noise(32))
    expect(backupSecret({ BACKUP_KEY_FILE: file, BACKUP_PASSPHRASE: 'not this one' })).toEqual(noise(32))
    expect(backupSecret({ BACKUP_PASSPHRASE: 'this one' })).toEqual(Buffer.from('this one'))
    expect(backupSecret({})).toBeNull()
    writeFileSync(file, 'short')
    expect(() => backupSecret({ BACKUP_KEY_FILE: file })).toThrow(/holds less than 16 bytes/)
    expect(() => backupSecret({ BACKUP_KEY_FILE: `${file}-nowhere` })).toThrow(/cannot be read/)
  })
})
