import { finishCommand, readPendingCommands } from '@lianxi/db/broker/credential-commands'
import { readWantedTopology } from '@lianxi/db/broker/wanted-topology'
import { createPool } from '@lianxi/db/pool'
import { Channels, IssueResult } from '@lianxi/schema/views/channels'
import { OfficeForm } from '@lianxi/schema/views/office'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { ReportResult } from '@lianxi/schema/views/result'
import { pbkdf2Sync } from 'node:crypto'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

const ADMIN = person('o', 'admin', null, null)
const REPORTER = person('a', 'reporter', '510403')
const KEY = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' }
const ENTRY = {
  ...{ kind: 'target', nil: false, value: '160.5', figureSource: '区统计局', note: '', problems: '', nextStep: '' },
}
const PRESENT = { state: 'in-use', last: { failure: null } }
let server: ServerWorld
let worker: ReturnType<typeof createPool>

const admin = (path: string, input: object | undefined, type: 'query' | 'mutation' = 'mutation') =>
  call({ deps: server.deps, person: ADMIN }, `admin.channels.${path}`, input, type)
const office = (path: string, input: object, type: 'query' | 'mutation' = 'mutation') =>
  call({ deps: server.deps, person: REPORTER }, path, input, type)

async function regionOf(code: string) {
  const { zones } = Channels.parse(await admin('list', undefined, 'query'))
  return zones.flatMap(({ regions }) => regions).find((region) => region.code === code)
}
const set = async (channel: string, reason = '业务系统已接入') =>
  DoneResult.parse(
    await admin('set', { idempotencyKey: v4(), zone: 'Z-PX', body: '510403-FGJ', kind: 'target', channel, reason }),
  )
const issue = async (slot: string, replace = false, idempotencyKey = v4()) =>
  IssueResult.parse(await admin('issue', { idempotencyKey, region: '510403', slot, replace }))
const revoke = async (slot: string) =>
  DoneResult.parse(await admin('revoke', { idempotencyKey: v4(), region: '510403', slot, reason: '人员调离' }))
const code = (result: DoneResult) => (result.ok ? 'ok' : result.refusal.code)

/** What the worker's part would do once the broker has it. */
async function execute(failure: string | null = null): Promise<void> {
  for (const { id } of await readPendingCommands(worker)) await finishCommand(worker, id, failure)
}
const directOf = async () =>
  (await readWantedTopology(worker)).regions.find((region) => region.code === '510403')?.direct

beforeAll(async () => {
  server = await createServerWorld()
  worker = createPool(server.world.url('worker_app'), { max: 2 })
  return () => worker.end()
})

describe('the channel of an office', () => {
  const form = async () => OfficeForm.parse(await office('office.form', KEY, 'query'))
  const submit = async (expectedVersion: number) =>
    ReportResult.parse(
      await office('report.submit', {
        ...{ ...KEY, idempotencyKey: v4(), expectedVersion, entry: ENTRY, correctionReason: null },
        warningReasons: [],
      }),
    )

  it('turns the web’s forms off for that kind, keeps what was typed, and turns them on again', async () => {
    const draft = { ...KEY, idempotencyKey: v4(), expectedVersion: 0, entry: ENTRY, correctionReason: null }
    await office('report.saveDraft', { ...draft, warningReasons: [] })
    expect(await directOf()).toEqual([])
    expect(code(await set('direct'))).toBe('ok')
    await server.world.settle()

    expect(await directOf()).toEqual(['target'])
    const closed = await form()
    expect(closed.actions.write).toEqual({ allowed: false, why: expect.stringContaining('业务系统') as string })
    expect(closed.report?.entry).toMatchObject({ value: '160.5' })
    expect(await submit(1)).toMatchObject({ ok: false, refusal: { code: 'direct-channel' } })

    expect(code(await set('web', '业务系统升级'))).toBe('ok')
    await server.world.settle()
    expect(await directOf()).toEqual([])
    expect((await form()).actions.write.allowed).toBe(true)
    expect(await submit(1)).toMatchObject({ ok: true, report: { state: 'submitted' } })
  })

  it('is said with who, when and why, and audited', async () => {
    const region = await regionOf('510403')
    expect(region?.bodies[0]?.channels).toMatchObject([
      { kind: 'target', channel: 'web', last: { by: 'o', reason: '业务系统升级' } },
      { kind: 'project', channel: 'web', last: null },
    ])
    const audited = await server.deps.prisma.auditEntry.findMany({ where: { object: '510403-FGJ' } })
    expect(audited.map(({ action }) => action)).toEqual(['admin.channels.set', 'admin.channels.set'])
  })

  it('refuses a change that changes nothing, an unknown body, and one without a reason', async () => {
    expect(code(await set('web'))).toBe('channel-unchanged')
    const unknown = { idempotencyKey: v4(), zone: 'Z-PX', body: 'Z-PX-LXB', kind: 'target', channel: 'direct' }
    expect(code(DoneResult.parse(await admin('set', { ...unknown, reason: '接入' })))).toBe('place-unknown')
    await expect(set('direct', '  ')).rejects.toThrow()
  })
})

describe('a credential', () => {
  it('is said once, and kept only as its verifier until the broker has it', async () => {
    const press = v4()
    const first = await issue('a', false, press)
    expect(first).toMatchObject({ done: { ok: true }, user: 'region-510403-a' })
    expect(await issue('a', false, press)).toMatchObject({ done: { ok: true }, password: null })
    const [pending] = await readPendingCommands(worker)
    if (pending?.kind !== 'issue' || first.password === null) throw new Error('nothing was asked for')
    const { salt, iterations, saltedPassword } = pending.verifier
    const salted = pbkdf2Sync(first.password, salt, iterations, 64, 'sha512')
    expect(salted.equals(Buffer.from(saltedPassword))).toBe(true)

    expect(await regionOf('510403')).toMatchObject({ credentials: [{ state: 'asked' }, { state: 'none' }] })
    expect(code((await issue('a')).done)).toBe('credential-pending')
    await execute()
    expect(await regionOf('510403')).toMatchObject({ credentials: [PRESENT, { state: 'none' }] })
    const pool = createPool(server.world.url('admin'), { max: 1 })
    const { rows } = await pool.query<{ everything: string }>(
      `SELECT concat((SELECT jsonb_agg(c) FROM credential_command c), (SELECT jsonb_agg(i) FROM idempotent_answer i),
        (SELECT jsonb_agg(a) FROM audit_entry a)) AS everything`,
    )
    await pool.end()
    expect(rows[0]?.everything).not.toContain(first.password)
    expect(rows[0]?.everything).not.toContain(Buffer.from(saltedPassword).toString('hex'))
  })

  it('in use is replaced only on purpose; a revoked one is wanted no more, even where the broker failed', async () => {
    const issued = async () =>
      (await readWantedTopology(worker)).regions.find((region) => region.code === '510403')?.issued
    expect(code((await issue('a')).done)).toBe('credential-in-use')
    expect(code((await issue('a', true)).done)).toBe('ok')
    await execute()
    expect(code(await revoke('b'))).toBe('credential-absent')
    expect(await issued()).toEqual(['a'])
    expect(code(await revoke('a'))).toBe('ok')
    expect(await issued()).toEqual([])
    await execute('the broker said no')
    expect(await issued()).toEqual([])
    expect(await regionOf('510403')).toMatchObject({ credentials: [{ state: 'failed' }, { state: 'none' }] })
    expect(code(await revoke('a'))).toBe('ok')
    await execute()
    expect(code(await revoke('a'))).toBe('credential-absent')
  })

  it('is for a region that reports', async () => {
    const foreign = { idempotencyKey: v4(), region: '519999', slot: 'a', replace: false }
    expect(code(IssueResult.parse(await admin('issue', foreign)).done)).toBe('place-unknown')
  })
})

describe('a new place', () => {
  const region = {
    ...{ zone: 'Z-PX', code: '510411', name: '攀枝花市仁和区', shortName: '仁和区', level: 'county', parent: '510400' },
    ...{ responsible: false, officeCode: '510411-FGJ', officeName: '仁和区发展和改革局' },
  }
  const add = async (change: object = {}) =>
    code(DoneResult.parse(await admin('addRegion', { ...region, idempotencyKey: v4(), ...change })))
  const addZone = async (zone: object) =>
    code(DoneResult.parse(await admin('addZone', { idempotencyKey: v4(), ...zone })))
  const cb = { code: 'Z-CB', name: '川北经济区', reviewBody: '川北经济区联席会议' }

  it.each([
    ['code-taken', { code: '510403', officeCode: '510403-FGX' }],
    ['region-code-shape', { level: 'prefecture' }],
    ['parent-unknown', { parent: '513400' }],
    ['office-code-shape', { officeCode: '510403-FGJ' }],
    ['place-unknown', { zone: 'Z-XX' }],
  ])('is refused: %s', async (why, change) => {
    expect(await add(change)).toBe(why)
  })

  it('is listed once, with its office, and the broker is to have its topics', async () => {
    expect(await add({ responsible: true })).toBe('ok')
    expect(await add()).toBe('code-taken')
    await server.world.settle()
    expect(await add()).toBe('code-taken')
    expect(await regionOf('510411')).toMatchObject({ bodies: [{ code: '510411-FGJ' }] })
    const wanted = await readWantedTopology(worker)
    expect(wanted.regions).toContainEqual({ code: '510411', zones: ['Z-PX'], direct: [], issued: [] })
  })

  it('may be a zone nobody has heard of: its topic is wanted before its first event is read', async () => {
    expect(await addZone(cb)).toBe('ok')
    expect((await readWantedTopology(worker)).zones).toEqual(['Z-CB', 'Z-PX'])
    expect(await addZone(cb)).toBe('code-taken')
    await server.world.settle()
    expect(await addZone(cb)).toBe('code-taken')
    // A region under a prefecture only the other zone has listed: its listing comes with it.
    const under = { code: '510421', name: '米易县', shortName: '米易县', officeCode: '510421-FGJ', zone: 'Z-CB' }
    expect(await add(under)).toBe('ok')
    await server.world.settle()
    expect(await regionOf('510421')).toMatchObject({ name: '米易县' })
    const wanted = await readWantedTopology(worker)
    expect(wanted.regions).toContainEqual({ code: '510421', zones: ['Z-CB'], direct: [], issued: [] })
    expect(wanted.regions.find(({ code: of }) => of === '510400')?.zones).toEqual(['Z-PX'])
  })
})
