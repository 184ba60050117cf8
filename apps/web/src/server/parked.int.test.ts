import { v4 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { OwnParkedList, OwnParkedRecords, ParkedFound, ParkedList } from '@lianxi/schema/views/parked'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})

const ADMIN = person('admin', 'admin', null, null)
const CLERK = person('clerk', 'reporter', '510403')
const asked = (path: string, input: unknown, who = ADMIN) =>
  call({ deps: server.deps, person: who }, path, input, 'query')
const pressed = async (path: string, input: object) =>
  DoneResult.parse(await call({ deps: server.deps, person: ADMIN }, path, input, 'mutation'))
const list = async (input: object = {}) => ParkedList.parse(await asked('admin.parked.list', input))

/** Three of 西区, two of 凉山州, as the worker would have left them. */
beforeEach(async () => {
  await server.world.sql('TRUNCATE parked_message, parked_command, parked_command_item, audit_entry RESTART IDENTITY')
  await server.world.sql(`
    INSERT INTO parked_message (topic, partition, "offset", region, reason, detail, key, headers, value, appended_at)
    SELECT 'lianxi.' || r || '.target.v1', 0, n, r, CASE WHEN n = 1 THEN 'not-json' ELSE 'bad-data' END, '说明 ' || n,
      'XQ-145-T001', '[["ce_id", "a"], ["ce_id", "b"], ["x", {"base64": "/wA="}], ["y", null]]', '<script>1</script>', now()
    FROM (VALUES ('510403', 1), ('510403', 2), ('510403', 3), ('513400', 1), ('513400', 2)) AS v (r, n)`)
})

describe('the administrator', () => {
  it('sees by region and reason how many wait, and each filter shows exactly those', async () => {
    const all = await list()
    expect(all.summary).toEqual([
      { region: '510403', regionName: '西区', reason: 'bad-data', count: 2 },
      { region: '510403', regionName: '西区', reason: 'not-json', count: 1 },
      { region: '513400', regionName: '凉山州', reason: 'bad-data', count: 1 },
      { region: '513400', regionName: '凉山州', reason: 'not-json', count: 1 },
    ])
    for (const { region, reason, count } of all.summary) {
      expect((await list({ region: region ?? 'zone', reason })).total).toBe(count)
    }
    expect((await list({ region: 'zone' })).total).toBe(0)
    expect((await list({ q: '说明 3' })).rows).toMatchObject([{ region: '510403', offset: '3' }])
    expect((await list({ topic: 'lianxi.513400.target.v1' })).total).toBe(2)
    const sorted = await list({ sort: 'reason', direction: 'asc', pageSize: 10 })
    expect(sorted.rows.map(({ reason }) => reason)).toEqual([
      'bad-data',
      'bad-data',
      'bad-data',
      'not-json',
      'not-json',
    ])
  })

  it('asks once however often it is pressed, for what was shown and nothing later, and the audit tells', async () => {
    const { upTo } = await list({ region: '510403' })
    await server.world.sql(`
      INSERT INTO parked_message (topic, partition, "offset", region, reason, detail, headers, appended_at)
      VALUES ('lianxi.510403.target.v1', 0, 9, '510403', 'not-json', '', '[]', now())`)
    const press = { idempotencyKey: v4(), selection: { filter: { region: '510403' }, upTo } }
    const first = await pressed('admin.parked.retry', press)
    expect(await pressed('admin.parked.retry', press)).toEqual(first)
    expect((await list()).commands).toMatchObject([{ kind: 'retry', total: 3, done: 0, by: 'admin', finishedAt: null }])
    const audit = await server.deps.prisma.auditEntry.findMany()
    expect(audit).toMatchObject([
      { actorId: 'admin', action: 'admin.parked.retry', object: first.ok && first.id, detail: { messages: '3' } },
    ])
  })

  it('discards with a reason only, and is told when nothing is left to do', async () => {
    const selection = { ids: ['1'] }
    const without = await pressed('admin.parked.discard', { idempotencyKey: v4(), selection, reason: ' ' })
    expect(without).toMatchObject({ ok: false, refusal: { code: 'reason-required' } })
    const nothing = await pressed('admin.parked.reopen', { idempotencyKey: v4(), selection })
    expect(nothing).toMatchObject({ ok: false, refusal: { code: 'parked-settled' } })
    expect(await server.deps.prisma.parkedCommand.count()).toBe(0)
    await pressed('admin.parked.discard', { idempotencyKey: v4(), selection, reason: '测试数据' })
    const { message } = ParkedFound.parse(await asked('admin.parked.message', { id: '1' }))
    expect(message).toMatchObject({
      headers: [
        { name: 'ce_id', value: 'a' },
        { name: 'ce_id', value: 'b' },
        { name: 'x', value: '0xff00' },
        { name: 'y', value: null },
      ],
      payload: { kind: 'text', text: '<script>1</script>' },
      history: [{ kind: 'discard', reason: '测试数据', by: 'admin', outcome: null }],
    })
  })
})

describe('a region', () => {
  const own = { zone: 'Z-PX', region: '510403' }
  it('sees and fetches its own messages and no others', async () => {
    const mine = OwnParkedList.parse(await asked('office.parked.list', own, CLERK))
    expect(mine).toMatchObject({ total: 3, region: { code: '510403', name: '西区' } })
    expect(new Set(mine.rows.map(({ region }) => region))).toEqual(new Set(['510403']))
    expect(await asked('office.parked.count', own, CLERK)).toEqual({ open: 3 })
    expect(await asked('office.parked.message', { ...own, id: '4' }, CLERK)).toEqual({ message: null })
    expect(await asked('office.parked.payload', { ...own, id: '4' }, CLERK)).toEqual({ base64: null })
    expect(await asked('office.parked.payload', { ...own, id: '1' }, CLERK)).toEqual({
      base64: Buffer.from('<script>1</script>').toString('base64'),
    })
  })

  it('fetches page by page, with every byte and with what to do', async () => {
    const first = OwnParkedRecords.parse(await asked('office.parked.fetch', { ...own, limit: 2 }, CLERK))
    expect(first.next).toBe('2')
    expect(first.messages[0]).toMatchObject({
      key: { text: 'XQ-145-T001' },
      headers: [
        ['ce_id', { text: 'a' }],
        ['ce_id', { text: 'b' }],
        ['x', { base64: '/wA=' }],
        ['y', null],
      ],
      reasonLabel: '内容不是 JSON',
    })
    const rest = OwnParkedRecords.parse(
      await asked('office.parked.fetch', { ...own, limit: 2, after: first.next }, CLERK),
    )
    expect(rest).toMatchObject({ messages: [{ id: '3' }], next: null })
  })
})
