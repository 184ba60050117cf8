import { refuse } from '@lianxi/domain/report/refusal'
import type { MapPlans } from '@lianxi/schema/commands/plan-import'
import type { DoneResult } from '@lianxi/schema/views/result'
import { type Database, sql } from '../client'

/** What each sheet and column says, as the person settled it; the version catches two people. */
export async function changeMapping(
  prisma: Database,
  { zone, id, expectedVersion, mapping }: MapPlans,
): Promise<DoneResult> {
  const changed = await prisma.$executeRaw(sql`
    UPDATE plan_import SET mapping = ${JSON.stringify(mapping)}::jsonb, version = version + 1
    WHERE id = ${id}::uuid AND zone = ${zone} AND version = ${expectedVersion} AND applied_at IS NULL`)
  if (changed === 1) return { ok: true, id }
  const row = await prisma.planImport.findUnique({ where: { id }, select: { appliedAt: true } })
  if (row === null) return { ok: false, refusal: refuse('not-found') }
  return { ok: false, refusal: refuse(row.appliedAt === null ? 'plan-import-changed' : 'plan-import-applied') }
}
