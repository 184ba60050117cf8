import { columnLetters } from '@lianxi/office-files/plain-cell'
import { headsOf } from '@lianxi/domain/plan-import/heads'
import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import type { Database } from '../../client'
import { readImport } from '../../plan-import/read-import'
import { findPlanImport, hasImportRunning, readArrived, type StoredImport } from '../../plan-import/row'
import { readReference, regionName, zoneName } from '../base/reference'

const SHOWN = 200

/** An uploaded workbook and what it would change now; `mayOf` says whose imports the viewer may see. */
export async function findImportView(
  db: Database,
  { zone, id, whole = false }: { zone: string; id: string; whole?: boolean },
  mayOf: (owner: string | null) => boolean,
): Promise<PlanImportView | null> {
  const stored = await findPlanImport(db, zone, id)
  if (stored === undefined || !mayOf(stored.owner)) return null
  const [reference, read, running, arrived] = await Promise.all([
    readReference(db, zone),
    stored.appliedAt === null ? readImport(db, stored) : undefined,
    hasImportRunning(db, zone),
    readArrived(db, zone, stored.events),
  ])
  const { faults = [], changes = [], skipped = [], absent = [], rows = 0, unchanged = 0, seen = '' } = read ?? {}
  const shown = whole ? undefined : SHOWN
  const errors = faults.filter(({ level }) => level === 'error')
  const warnings = faults.filter(({ level }) => level === 'warning')
  return {
    ...{ zone: zoneName(reference), id, fileName: stored.fileName, version: stored.version, seen, running },
    owner: stored.owner === null ? null : regionName(reference, stored.owner),
    ...{ uploadedBy: stored.actorName, uploadedAt: stored.createdAt.toISOString() },
    applied: appliedOf(stored, arrived),
    sheets: sheetsOf(stored),
    counts: {
      ...{ rows, unchanged, errors: errors.length, warnings: warnings.length },
      added: changes.filter(({ fields }) => fields === null).length,
      changed: changes.filter(({ fields }) => fields !== null).length,
      ...{ absent: absent.length, skipped: skipped.length },
    },
    faults: [...errors, ...warnings].slice(0, shown),
    changes: changes.slice(0, shown).map(({ event: _event, ...change }) => change),
    ...{ skipped: skipped.slice(0, shown), absent: absent.slice(0, shown).map(({ code, name }) => ({ code, name })) },
  }
}

function appliedOf({ appliedAt, appliedBy, events }: StoredImport, arrived: { done: number; parked: number }) {
  if (appliedAt === null) return null
  return { at: appliedAt.toISOString(), by: appliedBy ?? '', total: events.length, ...arrived }
}

/** The visible sheets, with the heads their mapping reads. */
function sheetsOf({ sheets, mapping }: StoredImport): PlanImportView['sheets'] {
  return sheets.flatMap((sheet) => {
    const own = mapping.find((one) => one.sheet === sheet.name)
    if (sheet.hidden || own === undefined) return []
    const heads = headsOf(sheet, own.headRow === 0 ? (sheet.rows[0]?.number ?? 0) : own.headRow)
    return [
      {
        ...{ name: sheet.name, rows: sheet.rows.length, mapping: own },
        heads: heads.map(({ column, text }) => ({ column, text, letters: columnLetters(column) })),
      },
    ]
  })
}
