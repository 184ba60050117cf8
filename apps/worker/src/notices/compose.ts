import { type Delivery, deliverNext, type Outcome } from '@lianxi/db/notice/deliver'
import { routeNotices } from '@lianxi/db/notice/route'
import { writeParkedNotices } from '@lianxi/db/notice/write-parked'
import { writeHandoverReminders, writeReminders } from '@lianxi/db/notice/write-reminders'
import { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import { endAfter } from '../end-after'
import type { Env } from '../env'
import type { Part } from '../health/part'
import { createHookSender } from './hook'
import { createMailer } from './mail'
import { startNotices } from './notices'
import { reportNotices } from './notices-report'

/** Nobody waits for a notice with a watch. */
const NOTICES_MS = 5_000

export function composeNotices(env: Env, log: Logger): Part {
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 2, applicationName: 'lianxi-notices' })
  const { SMTP_URL, SMTP_FROM, PUBLIC_URL: publicUrl } = env
  const mail = SMTP_URL === undefined ? undefined : createMailer({ url: SMTP_URL, from: SMTP_FROM, publicUrl })
  const hook = createHookSender({ networks: env.NOTICE_HOOK_NETWORKS, plain: env.LIANXI_MODE !== 'production' })
  const send = (delivery: Delivery): Promise<Outcome> => {
    if (delivery.channel === 'hook') return hook(delivery)
    return mail?.(delivery) ?? Promise.resolve({ kind: 'failed', error: 'SMTP_URL is not set any more' })
  }
  const days = { before: env.REMIND_DAYS_BEFORE, after: env.REMIND_DAYS_AFTER }
  const notices = startNotices({
    remind: async () =>
      (await writeReminders(pool, days)) +
      (await writeHandoverReminders(pool, days)) +
      (await writeParkedNotices(pool)),
    route: async () => (await routeNotices(pool, mail !== undefined)) > 0,
    deliver: () => deliverNext(pool, send),
    log,
    everyMs: NOTICES_MS,
  })
  return {
    report: () => reportNotices(notices.status),
    close: () => endAfter(pool, notices.stop),
  }
}
