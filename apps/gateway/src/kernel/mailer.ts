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
  send(mail: Mail): Promise<void>
}

interface MailSettings {
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly APP_NAME?: string
}

const MAIL = { name: 'send mail', kind: 'CLIENT' } as const

export function makeMailer({ SMTP_URL, MAIL_FROM, APP_NAME = 'ClusterPoliSEE' }: MailSettings): Mailer {
  if (!SMTP_URL) return { enabled: false, send: async () => undefined }
  const transport = nodemailer.createTransport(SMTP_URL)
  const send = ({ subject, ...mail }: Mail) => transport.sendMail({ ...mail, subject: `${APP_NAME}: ${subject}`, from: MAIL_FROM })
  return { enabled: true, send: (mail) => traced(MAIL, async () => void (await send(mail))) }
}
