import { findSecretMark } from '@lianxi/domain/plan-import/secret-mark'
import { findIdentity, LAYOUT } from '@lianxi/domain/report-sheet/identity'
import { refuse } from '@lianxi/domain/report/refusal'
import type { Sheet } from '@lianxi/office-files/plain-cell'
import type { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import { periodLabel } from '@lianxi/schema/period'
import type { DoneResult, Refusal } from '@lianxi/schema/views/refusal'
import { v7 as uuidv7 } from 'uuid'
import { type Database, sql } from '../client'
import { auditInTx } from '../people/accounts'
import { packSheets } from '../plan-import/packed-sheets'

export type Uploading = ReportSheetInput & { fileName: string; sheets: Sheet[]; actor: { id: string; name: string } }

/** Keeps an uploaded 报送表 of this body and period, cell by cell. Nothing of it is a draft yet, and nothing is lost. */
export async function storeReportSheet(prisma: Database, uploading: Uploading): Promise<DoneResult> {
  const { zone, region, body, period, fileName, sheets, actor } = uploading
  const refusal = findRefusal(uploading)
  if (refusal !== undefined) return { ok: false, refusal }
  const id = uuidv7()
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw(sql`
      INSERT INTO report_sheet (id, zone, region, body, period, file_name, sheets, actor_id, actor_name, created_at)
      VALUES (${id}::uuid, ${zone}, ${region}, ${body}, ${period}, ${fileName}, ${packSheets(sheets)}, ${actor.id},
        ${actor.name}, clock())`)
    await auditInTx(tx, actor, 'reportSheet.upload', id, { zone, region, body, period, fileName })
  })
  return { ok: true, id }
}

/** A template of another office, another period or an older layout says so; it is not read as this one's. */
function findRefusal({ zone, body, period, fileName, sheets }: Uploading): Refusal | undefined {
  if (findSecretMark(fileName, sheets)) return refuse('report-sheet-classified')
  const identity = findIdentity(sheets)
  if (identity === undefined) return refuse('report-sheet-foreign')
  if (identity.zone !== zone || identity.body !== body)
    return refuse('report-sheet-office', null, `${identity.bodyName}。`)
  if (identity.period !== period) return refuse('report-sheet-period', null, `${periodLabel(identity.period)}。`)
  return identity.layout === LAYOUT ? undefined : refuse('report-sheet-version')
}
