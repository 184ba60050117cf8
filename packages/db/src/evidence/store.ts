import { createHash } from 'node:crypto'
import { isSecretLine, isSecretName } from '@lianxi/domain/plan-import/secret-mark'
import { findFilingRefusal, findLockRefusal } from '@lianxi/domain/report/filing'
import { refuse } from '@lianxi/domain/report/refusal'
import { evidenceLines } from '@lianxi/office-files/evidence/evidence-lines'
import { EVIDENCE_TYPES, judgeType } from '@lianxi/office-files/evidence/judge-type'
import { Unreadable } from '@lianxi/office-files/read-refusal'
import type { FileParts } from '@lianxi/schema/commands/evidence'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { EVIDENCE_BYTES, EVIDENCE_FILES } from '@lianxi/schema/evidence-limits'
import type { DoneResult, Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { v7 as uuidv7 } from 'uuid'
import { type Database, type Reading, sql, type Tx } from '../client'
import { auditInTx } from '../people/accounts'
import { filingOf, keyRow, knownJson, onBoardOf, parseKnown } from '../report/known'
import { byKey, parseStored, reportJson, stateOf } from '../report/row'
import { lockName } from '../report/handle-report'
import { CHUNK_BYTES, sourceOfAttachment } from './source'

export type Actor = { id: string; name: string; bodies: string[] }
export type Receiving = { key: ReportKey; actor: Actor; fileName: string; file: FileParts }

const refused = (refusal: Refusal): DoneResult => ({ ok: false, refusal })

async function lockReportInTx(tx: Tx, key: ReportKey): Promise<void> {
  await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lockName(key)}, 2))::text`)
}

/** Where a report may be written its evidence may be changed: by the body that has the duty, before the submission. */
async function findAttachRefusal(db: Reading, key: ReportKey, actor: Actor): Promise<Refusal | undefined> {
  const [row] = await db.$queryRaw<{ known: unknown; stored: unknown }[]>(sql`
    SELECT ${knownJson(keyRow(key))} AS known, (SELECT ${reportJson} FROM report r WHERE ${byKey(key)}) AS stored`)
  const known = parseKnown(row?.known ?? null)
  if (known === undefined) return refuse('no-duty')
  const state = stateOf(parseStored(row?.stored ?? null), onBoardOf(known))
  const filing = filingOf(key, known, actor.bodies)
  const refusal = findFilingRefusal(filing) ?? findLockRefusal(filing, state.unlocked, known.now)
  if (refusal !== undefined) return refusal
  return ['draft', 'sent-back', 'returned'].includes(state.state) ? undefined : refuse('wrong-state')
}

/**
 * Takes a file in part by part, then judges it where it lies: type by content, no password, no macros, no security
 * mark. What is refused is deleted at once; only a file that passed is seen by anybody.
 */
export async function receiveEvidence(prisma: Database, receiving: Receiving): Promise<DoneResult> {
  const { key, actor, fileName } = receiving
  if (isSecretName(fileName)) return refuseFile(prisma, receiving, 'evidence-classified')
  const refusal = await findAttachRefusal(prisma, key, actor)
  if (refusal !== undefined) return refused(refusal)
  await forgetUnfinished(prisma)
  const id = uuidv7()
  const { zone, subject, region, period } = key
  await prisma.attachment.create({
    data: { id, zone, subject, region, period, fileName, actorId: actor.id, actorName: actor.name },
  })
  let kept = false
  try {
    const stored = await storeParts(prisma, id, receiving.file)
    const judged =
      stored === undefined
        ? ({ ok: false, code: 'evidence-too-large' } as const)
        : await judge(prisma, id, fileName, stored.size)
    if (stored === undefined || !judged.ok)
      return await refuseFile(prisma, receiving, judged.ok ? 'evidence-too-large' : judged.code)
    const answer = await prisma.$transaction((tx) =>
      keepInTx(tx, receiving, id, { ...stored, mediaType: judged.mediaType }),
    )
    kept = answer.ok
    return answer
  } finally {
    if (!kept) await prisma.attachment.deleteMany({ where: { id } })
  }
}

/** Uploads that broke off with their process. */
async function forgetUnfinished(prisma: Database): Promise<void> {
  const before = new Date(Date.now() - 3_600_000)
  await prisma.attachment.deleteMany({ where: { uploadedAt: null, beganAt: { lt: before } } })
}

async function refuseFile(
  prisma: Database,
  { key, actor, fileName }: Receiving,
  code: RefusalCode,
): Promise<DoneResult> {
  const { subject, region, period } = key
  // A classified file's name is not kept either.
  const detail = { subject, region, period, code, fileName: code === 'evidence-classified' ? null : fileName }
  await prisma.$transaction((tx) => auditInTx(tx, actor, 'evidence.refuse', subject, detail))
  return refused(refuse(code))
}

/** Writes the parts as they come, in rows of one length; undefined: longer than may be, the rest is not waited for. */
async function storeParts(prisma: Database, id: string, file: FileParts) {
  const hash = createHash('sha256')
  let [held, size, position]: [Buffer, number, number] = [Buffer.alloc(0), 0, 0]
  const write = async (data: Buffer) => {
    await prisma.$executeRaw(sql`INSERT INTO attachment_chunk VALUES (${id}::uuid, ${position}, ${data})`)
    position += 1
  }
  for await (const part of file) {
    size += part.length
    if (size > EVIDENCE_BYTES) return undefined
    hash.update(part)
    held = Buffer.concat([held, part])
    for (; held.length >= CHUNK_BYTES; held = held.subarray(CHUNK_BYTES)) await write(held.subarray(0, CHUNK_BYTES))
  }
  if (held.length > 0) await write(held)
  return { size, sha256: hash.digest('hex') }
}

type Judgement = { ok: true; mediaType: string } | { ok: false; code: RefusalCode }

async function judge(prisma: Database, id: string, fileName: string, size: number): Promise<Judgement> {
  if (size === 0) return { ok: false, code: 'evidence-type' }
  const source = sourceOfAttachment(prisma, { id, size })
  const judged = await judgeType(source)
  if (!judged.ok) return { ok: false, code: `evidence-${judged.fault}` }
  const { media, endings } = EVIDENCE_TYPES[judged.type]
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  if (!endings.some((each) => each === ending)) return { ok: false, code: 'evidence-name' }
  try {
    for await (const line of evidenceLines(source, judged.type)) {
      if (isSecretLine(line)) return { ok: false, code: 'evidence-classified' }
    }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: 'evidence-unreadable' }
    throw error
  }
  return { ok: true, mediaType: media }
}

type Stored = { size: number; sha256: string; mediaType: string }

async function keepInTx(tx: Tx, { key, actor, fileName }: Receiving, id: string, stored: Stored): Promise<DoneResult> {
  await lockReportInTx(tx, key)
  const refusal = await findAttachRefusal(tx, key, actor)
  if (refusal !== undefined) return refused(refusal)
  const { zone, subject, region, period } = key
  const count = await tx.attachment.count({ where: { zone, subject, region, period, uploadedAt: { not: null } } })
  if (count >= EVIDENCE_FILES) return refused(refuse('evidence-too-many'))
  const { size, sha256, mediaType } = stored
  await tx.$executeRaw(sql`UPDATE attachment SET size = ${size}, sha256 = ${sha256}, media_type = ${mediaType},
    uploaded_at = clock() WHERE id = ${id}::uuid`)
  await auditInTx(tx, actor, 'evidence.upload', id, { subject, region, period, fileName, sha256 })
  return { ok: true, id }
}

/** Before the submission only, and never what a published revision names. */
export async function removeEvidence(prisma: Database, key: ReportKey, id: string, actor: Actor): Promise<DoneResult> {
  return prisma.$transaction(async (tx) => {
    await lockReportInTx(tx, key)
    const refusal = await findAttachRefusal(tx, key, actor)
    if (refusal !== undefined) return refused(refusal)
    const { zone, subject, region, period } = key
    const found = await tx.attachment.findFirst({ where: { id, zone, subject, region, period } })
    // Pressed twice, or removed by a colleague: it is gone, as wanted.
    if (found === null) return { ok: true, id }
    if (found.publishedEvent !== null) return refused(refuse('evidence-kept'))
    await tx.attachment.delete({ where: { id } })
    await auditInTx(tx, actor, 'evidence.remove', id, {
      subject,
      region,
      period,
      fileName: found.fileName,
      sha256: found.sha256,
    })
    return { ok: true, id }
  })
}
