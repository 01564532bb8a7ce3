import nodemailer from 'nodemailer'
import { traced } from './tracing.js'

export interface Mail {
  readonly to: string
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
}

const MAIL = { name: 'send mail', kind: 'CLIENT' } as const

export function makeMailer({ SMTP_URL, MAIL_FROM }: MailSettings): Mailer {
  if (!SMTP_URL) return { enabled: false, send: async () => undefined }
  const transport = nodemailer.createTransport(SMTP_URL)
  return { enabled: true, send: (mail) => traced(MAIL, async () => void (await transport.sendMail({ ...mail, from: MAIL_FROM }))) }
}
