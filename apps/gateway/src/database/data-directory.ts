import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../kernel/start-error.js'

/** True while a process of this machine has the pid. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The folder that keeps the embedded database and generated secrets; held by one process at a time. */
export class DataDirectory {
  private readonly lockFile: string

  constructor(readonly path: string) {
    this.lockFile = join(path, 'gateway.pid')
  }

  /** Makes the folder and takes its lock. A lock whose process is gone is taken over. */
  hold(): void {
    try {
      mkdirSync(this.path, { recursive: true })
      accessSync(this.path, constants.W_OK)
    } catch {
      throw new StartError(`The folder ${this.path} cannot be written. Choose another with DATA_DIR, or give this user the right to write there.`)
    }
    const holder = this.holder()
    if (holder) throw new StartError(`The folder ${this.path} is in use by process ${holder}. Stop that one first, or choose another folder with DATA_DIR.`)
    writeFileSync(this.lockFile, String(process.pid))
  }

  release(): void {
    if (this.holder() === null) rmSync(this.lockFile, { force: true })
  }

  /** A secret of this installation, made once. */
  secret(name: string): string {
    const file = join(this.path, name)
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
    chmodSync(file, 0o600)
    return readFileSync(file, 'utf8')
  }

  private holder(): number | null {
    if (!existsSync(this.lockFile)) return null
    const pid = Number(readFileSync(this.lockFile, 'utf8'))
    return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null
  }
}
