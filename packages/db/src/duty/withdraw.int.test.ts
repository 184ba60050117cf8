import type { ExtendDuty, WithdrawExtension } from '@lianxi/schema/commands/extension'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { readFile } from 'node:fs/promises'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { answerAsk, askExtension } from './ask'
import { extendDuty } from './extend'
import { withdrawExtension } from './withdraw'

/** 2025Q3 is open until 10-15 18:00, closes on 11-10; 西区's office owes XQ-145-T001. It is 10-12. */
const world: World = await createBoardWorld()
const PLACE = { zone: 'Z-PX', region: '510403', body: '510403-FGJ', period: '2025Q3' }
const actor = { id: 'm', name: '李明' }
const SUBJECT = 'XQ-145-T001'
const moment = (day: number) => `2025-10-${day}T10:00:00.000Z`

const said = (result: DoneResult) => (result.ok ? 'ok' : result.refusal.code)
const pressed = <Input extends { idempotencyKey: string }>(input: Input, procedure: string) => ({
  ...{ input, actor, body: 'Z-PX-LXB', press: { userId: 'm', key: input.idempotencyKey, procedure, input } },
})
const wish = (day: number, subject: string | null = null): ExtendDuty => ({
  ...{ ...PLACE, subject, on: `2025-10-${day}`, reason: `延至${day}日`, idempotencyKey: v4() },
})
const extend = async (day: number, subject: string | null = null) => {
  const done = said(await extendDuty(world.prisma, pressed(wish(day, subject), 'duty.extend')))
  await world.settle()
  return done
}
const withdraw = async (day: number, subject: string | null = null, settled = true) => {
  const input: WithdrawExtension = {
    ...{ ...PLACE, subject, dueAt: moment(day), reason: '单位选择有误', idempotencyKey: v4() },
  }
  const done = said(await withdrawExtension(world.prisma, pressed(input, 'duty.withdrawExtension')))
  if (settled) await world.settle()
  return done
}
const due = async () => {
  const cell = await world.prisma.progress.findUniqueOrThrow({
    where: {
      zone_subject_region_period: { zone: 'Z-PX', subject: SUBJECT, region: PLACE.region, period: PLACE.period },
    },
  })
  return [cell.dueAt?.toISOString(), cell.state]
}
const notices = () =>
  world.prisma.notice.findMany({ where: { body: PLACE.body, kind: 'extended' }, orderBy: { createdAt: 'asc' } })

const rows = (table: string) =>
  world.prisma.$queryRawUnsafe<unknown[]>(`SELECT to_jsonb(t) AS row FROM board.${table} t ORDER BY 1::text`)
const MIGRATION = new URL('../../prisma/migrations/20251205000200_extension_withdrawn/migration.sql', import.meta.url)
const fills = async () => (await readFile(MIGRATION, 'utf8')).match(/^UPDATE[^;]*;$/gm) ?? []

it('gives the moment back that stood before it: the period’s, another extension’s, or that of the body as a whole', async () => {
  await world.settle()
  expect([await extend(20), await extend(25)]).toEqual(['ok', 'ok'])
  // What a board had before it kept what was given earlier is filled in by the migration, as it is folded now.
  const kept = [await rows('extension'), await rows('extension_history')]
  await world.sql(`UPDATE board.extension SET earlier = '[]'`)
  await world.sql(`UPDATE board.extension_history SET earlier = '[]'`)
  for (const fill of await fills()) await world.sql(fill)
  expect([await rows('extension'), await rows('extension_history')]).toEqual(kept)
  expect(JSON.stringify(kept)).toContain('延至20日')
  expect(await withdraw(20)).toBe('extension-gone')
  expect(await withdraw(25)).toBe('ok')
  expect(await due()).toEqual([moment(20), 'pending'])
  expect([await extend(22, SUBJECT), await withdraw(22, SUBJECT), await due()]).toEqual([
    ...['ok', 'ok'],
    [moment(20), 'pending'],
  ])
  expect([await withdraw(20), await due()]).toEqual(['ok', [moment(15), 'pending']])
  expect(await withdraw(20)).toBe('extension-gone')
})

it('tells the office, and tells of the same day anew when it is given again', async () => {
  expect([await extend(25), await due()]).toEqual(['ok', [moment(25), 'pending']])
  expect((await notices()).map(({ text }) => text).slice(-2)).toEqual([
    '联席会议办公室李明收回了2025年三季度全部事项延期至2025-10-20 18:00，截止时间为2025-10-15 18:00。原因：单位选择有误',
    '2025年三季度全部事项延期至2025-10-25 18:00。原因：延至25日',
  ])
})

it('is done once by two people at once: the second is told that it is on its way', async () => {
  const both = await Promise.all([withdraw(25, null, false), withdraw(25, null, false)])
  expect(both.toSorted()).toEqual(['extension-under-way', 'ok'])
  await world.settle()
  expect(await due()).toEqual([moment(15), 'pending'])
})

it('says of an ask that it had granted that it was taken back, and why', async () => {
  const input = wish(24)
  const asked = await askExtension(world.prisma, { ...pressed(input, 'duty.ask'), bodies: [PLACE.body] })
  const id = asked.ok ? asked.id : ''
  const answer = { outcome: 'granted' as const, zone: 'Z-PX', id, on: '2025-10-24', idempotencyKey: v4() }
  expect(said(await answerAsk(world.prisma, pressed(answer, 'duty.answerAsk')))).toBe('ok')
  await world.settle()
  expect(await withdraw(24)).toBe('ok')
  expect(await world.prisma.extensionAsk.findMany()).toMatchObject([{ state: 'revoked', reply: '单位选择有误' }])
})

it('is the same on a board built anew', async () => {
  expect([await extend(20), await extend(25), await withdraw(25), await extend(28)]).toEqual(['ok', 'ok', 'ok', 'ok'])
  const standing = await world.prisma.extension.findMany({ where: { subject: '' } })
  expect(standing).toMatchObject([
    { dueAt: new Date(moment(28)), earlier: [{ dueAt: moment(20), reason: '延至20日' }] },
  ])
  const options = { url: world.url('migrator'), swap: false, onProgress: () => undefined }
  const rebuilt = await rebuildBoard({ ...options, signal: new AbortController().signal })
  if (rebuilt.kind !== 'compared') throw new Error(`the rebuild ended with ${rebuilt.kind}`)
  expect(rebuilt.tables.filter(({ differing }) => differing > 0)).toEqual([])
})

it('is refused once its moment has come, or the one that would stand again has: nobody is late by a mistake of others', async () => {
  await world.sql('UPDATE demo_clock SET moment = $1', ['2025-10-21T00:00:00.000Z'])
  expect(await withdraw(28)).toBe('extension-relied-on')
  await world.sql('UPDATE demo_clock SET moment = $1', ['2025-10-29T00:00:00.000Z'])
  expect(await withdraw(28)).toBe('extension-over')
})
