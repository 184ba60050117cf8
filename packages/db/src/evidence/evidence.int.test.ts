import { createHash } from 'node:crypto'
import { decide } from '@lianxi/domain/report/decide'
import { nilEntry } from '@lianxi/domain/report/read-entry'
import type { ReportCommand } from '@lianxi/domain/report/decide'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { handleReport } from '../report/handle-report'
import { createBoardWorld } from '../testing/board-world'
import { readEvidence } from './read'
import { sourceOfAttachment } from './source'
import { receiveEvidence, removeEvidence } from './store'

/** 佐证材料 from the upload to the event, on a real database. */
const world = await createBoardWorld()
const { prisma } = world
const key = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' }
const clerk = { id: 'a', name: '甲', bodies: ['510403-FGJ'] }
const approver = { id: 'b', name: '乙', bodies: ['510403-FGJ'] }

async function* inParts(file: Buffer, length = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += length) yield Promise.resolve(file.subarray(at, at + length))
}
const send = (fileName: string, file: Buffer, actor = clerk) =>
  receiveEvidence(prisma, { key, actor, fileName, file: inParts(file) })
const codeOf = async (sent: ReturnType<typeof send>) => {
  const answer = await sent
  return answer.ok ? 'ok' : answer.refusal.code
}
const rows = async () => [await prisma.attachment.count(), await prisma.attachmentChunk.count()]

let version = 0
async function give(command: ReportCommand, actor = clerk) {
  const press = { userId: actor.id, key: v4(), procedure: 'test', input: { command } }
  const result = await handleReport(prisma, { key, command, actor, press, expectedVersion: version }, decide)
  if (!result.ok) throw new Error(result.refusal.message)
  version = result.report.version
}
const entry = { ...nilEntry('target'), kind: 'target' as const, nil: false, value: '160', figureSource: '', note: '' }
const submit = (): ReportCommand => ({ type: 'submit', entry, correctionReason: '补充材料', warningReasons: [] })

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(700_001, '% 数据\n')])

it('keeps nothing of what is refused: name, mark in the text, wrong ending, program, too long, foreign body', async () => {
  expect(await codeOf(send('机密-统计.pdf', PDF))).toBe('evidence-classified')
  expect(await codeOf(send('统计.txt', Buffer.from('关于进展\n秘密★三年\n')))).toBe('evidence-classified')
  expect(await codeOf(send('统计.docx', PDF))).toBe('evidence-name')
  expect(await codeOf(send('统计.pdf', Buffer.from('MZ\u0000\u0001')))).toBe('evidence-type')
  expect(await codeOf(send('空.txt', Buffer.alloc(0)))).toBe('evidence-type')
  expect(await codeOf(send('大.pdf', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])))).toBe('evidence-too-large')
  expect(await codeOf(send('统计.pdf', PDF, { ...clerk, bodies: ['510402-FGJ'] }))).toBe('not-your-body')
  expect(await rows()).toEqual([0, 0])
  const audit = await prisma.auditEntry.findMany({ where: { action: 'evidence.refuse' }, orderBy: { id: 'asc' } })
  expect(audit.map(({ detail }) => (detail as { fileName: string | null }).fileName)).toEqual([
    null,
    null,
    '统计.docx',
    '统计.pdf',
    '空.txt',
    '大.pdf',
  ])
})

it('gives back the same bytes, whole and in ranges, from rows of one length', async () => {
  const sent = await send('季度数据.pdf', PDF)
  if (!sent.ok) throw new Error(sent.refusal.message)
  expect(await rows()).toEqual([1, 3])
  const [view] = await readEvidence(prisma, key, false)
  const sha256 = createHash('sha256').update(PDF).digest('hex')
  expect(view).toMatchObject({
    id: sent.id,
    name: '季度数据.pdf',
    mediaType: 'application/pdf',
    size: PDF.length,
    sha256,
  })
  const source = sourceOfAttachment(prisma, { id: sent.id, size: PDF.length })
  expect((await source.read(0, PDF.length)).equals(PDF)).toBe(true)
  expect((await source.read(262_140, 10)).equals(PDF.subarray(262_140, 262_150))).toBe(true)
  expect(await source.read(PDF.length - 3, 100)).toHaveLength(3)
  expect(await readEvidence(prisma, key, true)).toEqual([])
})

it('is removed before the submission, not after, and what a report names stays for good', async () => {
  const second = await send('照片.pdf', PDF)
  if (!second.ok) throw new Error(second.refusal.message)
  expect(await removeEvidence(prisma, key, second.id, clerk)).toEqual({ ok: true, id: second.id })
  expect(await removeEvidence(prisma, key, second.id, clerk)).toEqual({ ok: true, id: second.id })
  expect(await rows()).toEqual([1, 3])
  await give(submit())
  const [kept] = await readEvidence(prisma, key, false)
  const remove = async () => {
    const answer = await removeEvidence(prisma, key, kept?.id ?? '', clerk)
    return answer.ok ? 'ok' : answer.refusal.code
  }
  expect(await remove()).toBe('wrong-state')
  expect(await codeOf(send('迟到.pdf', PDF))).toBe('wrong-state')
  await give({ type: 'approve' }, approver)
  const [event] = await prisma.outbox.findMany({ orderBy: { id: 'desc' }, take: 1 })
  const said = JSON.parse(event?.value ?? '{}') as { attachments: unknown }
  const { id, name, size, sha256 } = kept ?? {}
  expect(said.attachments).toEqual([{ id, name, size, sha256 }])
  expect(await readEvidence(prisma, key, true)).toHaveLength(1)
  await give({ type: 'start-correction', reason: '补充材料' })
  expect(await remove()).toBe('evidence-kept')
  expect(await codeOf(send('补充.pdf', PDF))).toBe('ok')
  await give(submit())
  await give({ type: 'approve' }, approver)
  expect(await readEvidence(prisma, key, true)).toHaveLength(2)
})
