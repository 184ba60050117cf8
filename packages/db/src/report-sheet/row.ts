import type { Sheet } from '@lianxi/office-files/plain-cell'
import { Period } from '@lianxi/schema/period'
import { unpackSheets } from '../plan-import/packed-sheets'
import type { Reading } from '../client'

export type StoredSheet = {
  id: string
  zone: string
  region: string
  body: string
  period: Period
  fileName: string
  sheets: Sheet[]
  actorName: string
  createdAt: Date
}

export async function findReportSheet(
  db: Reading,
  { zone, region, id }: { zone: string; region: string; id: string },
): Promise<StoredSheet | undefined> {
  const row = await db.reportSheet.findUnique({ where: { id } })
  if (row === null || row.zone !== zone || row.region !== region) return undefined
  return { ...row, period: Period.parse(row.period), sheets: unpackSheets(row.sheets) }
}
