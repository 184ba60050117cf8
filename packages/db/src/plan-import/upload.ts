import { findSecretMark } from '@lianxi/domain/plan-import/secret-mark'
import { guessMapping } from '@lianxi/domain/plan-import/guess-mapping'
import { refuse } from '@lianxi/domain/report/refusal'
import type { Sheet } from '@lianxi/office-files/plain-cell'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { v7 as uuidv7 } from 'uuid'
import { type Database, sql } from '../client'
import { auditInTx } from '../people/accounts'
import { packSheets } from './packed-sheets'

export type Uploading = {
  zone: string
  owner: string | null
  fileName: string
  sheets: Sheet[]
  actor: { id: string; name: string }
  body: string
}

/** Keeps an uploaded workbook with a guess of what its columns say. Nothing of it is a fact yet. */
export async function storeUpload(prisma: Database, uploading: Uploading): Promise<DoneResult> {
  const { zone, owner, fileName, sheets, actor, body } = uploading
  if (findSecretMark(fileName, sheets)) return { ok: false, refusal: refuse('plan-import-classified') }
  const id = uuidv7()
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw(sql`
      INSERT INTO plan_import (id, zone, owner, file_name, sheets, mapping, version, actor_id, actor_name, body, created_at, events)
      VALUES (${id}::uuid, ${zone}, ${owner}, ${fileName}, ${packSheets(sheets)},
        ${JSON.stringify(sheets.map(guessMapping))}::jsonb, 1, ${actor.id}, ${actor.name}, ${body}, clock(), '{}')`)
    await auditInTx(tx, actor, 'planImport.upload', id, { zone, fileName })
  })
  return { ok: true, id }
}
