import type { Tx } from '@lianxi/db/client'
import { auditInTx, type Done, type Refused } from '@lianxi/db/people/accounts'
import { lockPressInTx, onceInTx } from '@lianxi/db/report/idempotency'
import { refuse } from '@lianxi/domain/report/refusal'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { Access, Granted } from '../../access'
import type { Deps } from '../../deps'

export const ADMINISTRATORS: Access = { roles: ['admin'], scope: 'system' }

type Called = { ctx: { deps: Deps; granted: Granted }; input: { idempotencyKey: string }; path: string }
type Work = {
  /** What was changed; without it what the change made. */
  object?: string
  detail: Record<string, string | boolean | null>
  run: (tx: Tx) => Promise<Done | Refused>
}

/** One administrator's change: done once per key, written to the audit, in one transaction. `hashed`: no passwords. */
export function administer({ ctx, input, path }: Called, work: Work, hashed: object): Promise<DoneResult> {
  const { deps, granted } = ctx
  const { id: userId, name } = granted.person
  const press = { userId, key: input.idempotencyKey, procedure: path, input: hashed }
  return deps.prisma.$transaction(async (tx) => {
    await lockPressInTx(tx, press)
    return onceInTx(tx, press, async () => {
      const done = await work.run(tx)
      if (!done.ok) return { ok: false, refusal: refuse(done.code, done.field, done.detail) }
      await auditInTx(tx, { id: userId, name }, path, work.object ?? done.id, { ...work.detail, ...done.audit })
      return { ok: true, id: done.id }
    })
  })
}
