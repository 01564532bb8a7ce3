import { createServer, type Server } from 'node:net'

/** A server of mail that takes everything; what it was sent, as it came. */
export interface MailServer {
  readonly url: string
  readonly mails: readonly { readonly to: string; readonly text: string }[]
  stop(): void
}

/** Starts one on a port of its own. */
export async function startMailServer(): Promise<MailServer> {
  const mails: { to: string; text: string }[] = []
  const server: Server = createServer((socket) => {
    let [to, text, inData] = ['', '', false]
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (inData && line === '.') {
        mails.push({ to, text: text.replaceAll('=\n', '').replaceAll('=3D', '=') })
        text = ''
        inData = false
        return say('250 taken')
      }
      if (inData) {
        text += `${line}\n`
        return true
      }
      to = /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? to
      inData = /^DATA/i.test(line)
      return say(inData ? '354 go on' : '250 yes')
    }
    let rest = ''
    socket
      .on('error', () => undefined)
      .on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\r\n')
        rest = lines.pop() ?? ''
        for (const line of lines) hear(line)
      })
    say('220 here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, mails, stop: () => void server.close() }
}
