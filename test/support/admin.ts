import { spawn } from 'node:child_process'

/** `npm run admin` on a folder; this process goes on meanwhile, with the gateway in it. */
export const admin = (folder: string, ...words: readonly string[]): Promise<{ status: number | null; said: string }> => adminWith({}, folder, ...words)

/** The same with `settings` beside the folder. */
export function adminWith(settings: NodeJS.ProcessEnv, folder: string, ...words: readonly string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ['apps/gateway/dist/admin.js', ...words], { env: { ...process.env, DATA_DIR: folder, ...settings } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })))
}
