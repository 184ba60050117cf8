import type { Delivery, Outcome } from '@lianxi/db/notice/deliver'
import { noticeKind, NoticeKind } from '@lianxi/schema/notice'
import { createTransport } from 'nodemailer'

export type Mailing = { url: string; from: string; publicUrl: string | undefined }

const TIMEOUT_MS = 10_000

/** Sends notices as plain text. The message's id is the delivery's, so a server may drop a repetition. */
export function createMailer({ url, from, publicUrl }: Mailing) {
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({ ...limits, url })
  return async (delivery: Extract<Delivery, { channel: 'mail' }>): Promise<Outcome> => {
    const where = publicUrl === undefined ? '请登录系统办理。' : `办理：${new URL(delivery.href, publicUrl).href}`
    try {
      await transport.sendMail({
        ...{ from, to: delivery.target, messageId: `<notice-${delivery.id}@lianxi>` },
        subject: `【联席】${noticeKind.labels[NoticeKind.parse(delivery.kind)]}`,
        text: `${delivery.text}\n\n${where}\n\n本邮件由系统自动发送，请勿回复。本系统为非涉密系统。`,
      })
      return { kind: 'delivered' }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { kind: isFinal(error) ? 'refused' : 'failed', error: reason }
    }
  }
}

/** 5xx: the server will not take it, whoever asks again. */
const isFinal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500
