import { noticeOfChasing } from '@lianxi/domain/notice/of-steps'
import { refuse } from '@lianxi/domain/report/refusal'
import type { RemindBody } from '@lianxi/schema/commands/extension'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { auditInTx } from '../people/accounts'
import { iso } from '../readers/base/parts'
import { endingWith } from '../readers/base/periods'
import { isOwed } from '../readers/duty/served'
import { lockPressInTx, onceInTx, type Press } from '../report/idempotency'

export type Reminding = { input: RemindBody; actor: { id: string; name: string }; press: Press }

/** Writes the notice of a reminder by hand; refused when the body owes nothing any more. */
export function remindBody(prisma: Database, reminding: Reminding): Promise<DoneResult> {
  return prisma.$transaction(
    async (tx) => {
      await lockPressInTx(tx, reminding.press)
      return onceInTx(tx, reminding.press, () => writeInTx(tx, reminding))
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function writeInTx(tx: Tx, { input, actor, press }: Reminding): Promise<DoneResult> {
  const { zone, body, period } = input
  const [owing] = await tx.$queryRaw<{ region: string; missing: number; now: string }[]>(sql`
    SELECT p.region, count(*)::int AS missing, ${iso('clock()')} AS now FROM board.progress p
    WHERE p.zone = ${zone} AND p.body = ${body} AND p.period = ANY(${endingWith(period)})
      AND ${isOwed('p')} GROUP BY p.region`)
  if (owing === undefined) return { ok: false, refusal: refuse('nothing-owed') }
  const { region, missing, now: at } = owing
  const notice = noticeOfChasing({ zone, body, region, period, missing, at, by: actor.name, key: press.key })
  await insertNoticesInTx(textIn(tx), [notice])
  await auditInTx(tx, actor, 'duty.remind', `${body}:${period}`, { zone })
  return { ok: true, id: body }
}
