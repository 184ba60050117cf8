import { createHash } from 'node:crypto'
import { type FileRead, readPlanFile } from '@lianxi/domain/plan-import/read-file'
import type { Reading } from '../client'
import { readKnown } from './known'
import type { StoredImport } from './row'

/** The file against the board as it is now, and a fingerprint of what it would change. */
export async function readImport(
  db: Reading,
  { zone, owner, sheets, mapping }: Pick<StoredImport, 'zone' | 'owner' | 'sheets' | 'mapping'>,
): Promise<FileRead & { seen: string }> {
  const read = readPlanFile(sheets, mapping, await readKnown(db, zone, owner))
  const seen = createHash('sha256').update(JSON.stringify(read.changes.map(({ event, fields }) => [event, fields])))
  return { ...read, seen: seen.digest('hex') }
}
