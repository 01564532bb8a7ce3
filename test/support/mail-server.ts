import { createServer, type Server, type Socket } from 'node:net'

/** A mail as it came. */
export interface TakenMail {
  readonly to: string
  readonly text: string
}

/** Where a server of mail may say something else than that all is well: of whom a mail is for, and of its text. */
export type Step = 'RCPT' | 'DATA'

/** A server of mail that takes everything, unless `answer` says otherwise; what it took. */
export interface MailServer {
  readonly url: string
  readonly mails: readonly TakenMail[]
  stop(): void
}

/** What is answered at a step to a mail for `to`, as soon as it is known; null: that all is well. */
export type AnswerMail = (step: Step, to: string) => string | null | Promise<string | null>

/** Starts one on a port of its own. */
export async function startMailServer(answer: AnswerMail = () => null): Promise<MailServer> {
  const mails: TakenMail[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    let [to, text, inData] = ['', '', false]
    const say = (line: string) => socket.write(`${line}\r\n`)
    const sayOf = async (step: Step, well: string, take?: () => void) => {
      const other = await answer(step, to)
      if (other === null) take?.()
      say(other ?? well)
    }
    const hear = (line: string) => {
      if (inData && line === '.') {
        const mail = { to, text: text.replaceAll('=\n', '').replaceAll('=3D', '=') }
        text = ''
        inData = false
        return void sayOf('DATA', '250 taken', () => mails.push(mail))
      }
      if (inData) {
        text += `${line}\n`
        return
      }
      const recipient = /^RCPT TO:<(.*)>/i.exec(line)?.[1]
      if (recipient) {
        to = recipient
        return void sayOf('RCPT', '250 yes')
      }
      inData = /^DATA/i.test(line)
      say(inData ? '354 go on' : '250 yes')
    }
    let rest = ''
    socket
      .on('error', () => undefined)
      .on('close', () => sockets.delete(socket))
      .on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\r\n')
        rest = lines.pop() ?? ''
        for (const line of lines) hear(line)
      })
    say('220 here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    mails,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
