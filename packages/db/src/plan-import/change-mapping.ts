import { completeMapping } from '@lianxi/domain/plan-import/guess-mapping'
import { refuse } from '@lianxi/domain/report/refusal'
import type { MapPlans } from '@lianxi/schema/commands/plan-import'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql } from '../client'
import { findPlanImport } from './row'

/**
 * What each sheet and column says, as the person settled it; where he only said what a sheet is, its known columns are
 * filled in. The version catches two people.
 */
export async function changeMapping(
  prisma: Database,
  { zone, id, expectedVersion, mapping }: MapPlans,
): Promise<DoneResult> {
  const stored = await findPlanImport(prisma, zone, id)
  if (stored === undefined) return { ok: false, refusal: refuse('not-found') }
  const sheets = new Map(stored.sheets.map((sheet) => [sheet.name, sheet]))
  const settled = mapping.map((one) => {
    const sheet = sheets.get(one.sheet)
    return sheet === undefined ? one : completeMapping(sheet, one)
  })
  const changed = await prisma.$executeRaw(sql`
    UPDATE plan_import SET mapping = ${JSON.stringify(settled)}::jsonb, version = version + 1
    WHERE id = ${id}::uuid AND zone = ${zone} AND version = ${expectedVersion} AND applied_at IS NULL`)
  if (changed === 1) return { ok: true, id }
  return { ok: false, refusal: refuse(stored.appliedAt === null ? 'plan-import-changed' : 'plan-import-applied') }
}
