import nodemailer from 'nodemailer'
import { traced } from './tracing.js'

export interface Mail {
  readonly to: string
  /** The name of the product stands before it. */
  readonly subject: string
  readonly text: string
}

/** Sends mail; without SMTP_URL it sends nothing and says so, and whoever asked is shown the link. */
export interface Mailer {
  readonly enabled: boolean
  /** Sends a mail under an identity, by which its receiver knows one that comes twice. Throws a {@link MailNotSent}. */
  send(mail: Mail, id: string): Promise<void>
}

/** A mail that was not sent, as far as is known. */
export class MailNotSent extends Error {
  constructor(
    cause: Error,
    /** Whether that is certain: the server had not begun to read it, or said no. Otherwise it may have taken it. */
    readonly isCertain: boolean,
    /** The code by which the server refused it for good; null: another try may succeed. */
    readonly refusal: number | null,
  ) {
    super(cause.message, { cause })
  }
}

interface MailSettings {
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly APP_NAME?: string
}

/** Milliseconds that the server of mail may take to be there, and to answer. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 120_000 }

const MAIL = { name: 'send mail', kind: 'CLIENT' } as const

export function makeMailer({ SMTP_URL, MAIL_FROM = '', APP_NAME = 'ClusterPoliSEE' }: MailSettings): Mailer {
  if (!SMTP_URL) return { enabled: false, send: async () => undefined }
  const domain = MAIL_FROM.replace(/^.*@|>.*$/g, '')
  const send = async ({ subject, ...mail }: Mail, id: string) => {
    let isRead = false
    const transport = nodemailer.createTransport({ url: SMTP_URL, ...PATIENCE }, { from: MAIL_FROM })
    // The server's reader takes hold of the text once the server asks for it.
    transport.use('stream', ({ message }, done) => {
      message.processFunc((text) => text.once('resume', () => (isRead = true)))
      done()
    })
    await transport.sendMail({ ...mail, subject: `${APP_NAME}: ${subject}`, messageId: `<${id}@${domain}>` }).catch((error) => {
      throw notSent(error, isRead)
    })
  }
  return { enabled: true, send: (mail, id) => traced(MAIL, () => send(mail, id)) }
}

/** What the server is asked about the mail itself, and not about who sends it. */
const OF_MAIL: ReadonlySet<string | undefined> = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])

interface SmtpError extends Error {
  readonly responseCode?: number
  readonly command?: string
}

function notSent(error: SmtpError, isRead: boolean): MailNotSent {
  const { responseCode, command } = error
  const isRefused = responseCode !== undefined && responseCode >= 500 && OF_MAIL.has(command)
  return new MailNotSent(error, responseCode !== undefined || !isRead, isRefused ? responseCode : null)
}
