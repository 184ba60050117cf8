import { decideLibrary } from '@lianxi/domain/project/decide'
import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import { LibraryInput } from '@lianxi/schema/views/library'
import { PartnersView, type PartnershipView } from '@lianxi/schema/views/partner'
import { buildProjectReport } from '@lianxi/testkit/events-reports'
import { v4, v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { handleLibrary } from '../project/handle-library'
import { boardAt, CURRENT } from '../readers/base/board'
import { readInvitable } from '../readers/partner/invitable'
import { readLibrary } from '../readers/library/read'
import { readOverview } from '../readers/board/overview'
import { readPartners } from '../readers/partner/read'
import { findLatestStamp } from '../readers/moment/stream-state'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { listSecondZone, SECOND } from '../testing/second-zone'
import { sayOfPartner } from './say'

const [OWNER, PARTNER] = ['Z-PX', SECOND.zone] as const
const [OURS, THEIRS, CITY] = ['PX-145-P001', SECOND.project, SECOND.city] as const
const wide = { secretariat: true, regions: [] }
const ofCity = { secretariat: false, regions: [CITY] }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  await listSecondZone(world)
  const report = (zone: string, subject: string, region: string, body: string, progressPercent: string) =>
    buildProjectReport({ zone, subject, region, body, content: { progressPercent } })
  world.say(report(PARTNER, THEIRS, CITY, `${CITY}-FGW`, '12'), { zone: PARTNER, source: `${CITY}-FGW` })
  world.say(report(OWNER, OURS, '510400', '510400-FGJ', '58'), { source: '510400-FGJ' })
  await world.settle()
})

type Speaking = { zone?: string; keeper?: typeof wide | typeof ofCity; ofZone?: string }
async function say(deed: PartnerDeed, { zone = OWNER, keeper = wide, ofZone = OWNER }: Speaking = {}) {
  const input = { zone, ofZone, subject: OURS, idempotencyKey: v4(), deed }
  const press = { userId: 's', key: input.idempotencyKey, procedure: 'partner.say', input }
  const acting = { actor: { id: 's', name: '李明' }, body: `${zone}-LXB`, keeper, press }
  const result = await sayOfPartner(world.prisma, input, acting)
  expect(await sayOfPartner(world.prisma, input, acting), 'pressed twice').toEqual(result)
  return result.ok ? 'ok' : result.refusal.code
}
type Looking = { sight?: string[] | null; at?: string; subject?: string }
async function look(zone: string, { sight = null, at, subject }: Looking = {}): Promise<PartnershipView[]> {
  const board = at === undefined ? CURRENT : boardAt(at)
  const keeper = at === undefined ? { secretariat: sight === null, regions: sight ?? [] } : null
  return PartnersView.parse(await readPartners(world.prisma, { board, zone, subject, sight, keeper })).partnerships
}
const one = async (zone: string, code = `${OURS}-H01`) => {
  const found = (await look(zone)).find((view) => view.code === code)
  if (found === undefined) throw new Error(`${zone} does not see ${code}`)
  return found
}
const invite = (change: Partial<Extract<PartnerDeed, { type: 'invite' }>> = {}): PartnerDeed => ({
  ...{ type: 'invite', partnerZone: PARTNER, partner: CITY, part: '宜宾境内段', contribution: '资本金12亿元' },
  ...{ sharePercent: 30, basis: '两区会商纪要', ...change },
})
const answer = (seen: string, accepted = true, code = `${OURS}-H01`): PartnerDeed => ({
  ...{ type: 'answer', code, seen, accepted, note: accepted ? '同意' : '今年无资金安排' },
})
const counted = async (zone: string) => (await readLibrary(world.prisma, LibraryInput.parse({ zone }), null)).total
const notices = async () => {
  const rows = await world.prisma.$queryRaw<{ line: string }[]>`
    SELECT zone || ' ' || body || ' ' || text AS line FROM notice WHERE kind = 'partner' ORDER BY id`
  return rows.map(({ line }) => line)
}

describe('a partner of another zone', () => {
  it('can be a region or a body that stands, of another zone', async () => {
    const { zones, openPercent } = await readInvitable(world.prisma, OWNER, OURS)
    expect(openPercent).toBe(100)
    expect(zones).toMatchObject([{ zone: { code: PARTNER, name: '川南经济区' } }])
    expect(zones[0]?.partners.map(({ code }) => code)).toEqual([
      ...['510300', CITY, '510300-FGW', '511500-FGW', '511500-JTJ', 'Z-CN-LXB'],
    ])
    expect(await say(invite({ partnerZone: OWNER, partner: '513400' }))).toBe('partner-own')
    expect(await say(invite({ partner: '511599' }))).toBe('partner-unknown')
    expect(await say(invite({ partner: '510300-WJJ' }))).toBe('partner-dissolved')
    expect(await say(invite({ partnerZone: 'Z-NONE' }))).toBe('partner-zone')
    expect(await say(invite(), { zone: PARTNER })).toBe('partner-not-yours')
  })

  it('is invited once, also by two at once; only who is asked sees it and answers', async () => {
    const counts = [await counted(OWNER), await counted(PARTNER)]
    const both = await Promise.all([say(invite()), say(invite({ part: '宜宾段建设' }))])
    expect(both.sort()).toEqual(['ok', 'partner-changed'])
    await world.settle()
    expect(await say(invite())).toBe('partner-twice')
    expect(await say(invite({ partner: '510300', sharePercent: 90 }))).toBe('partner-shares')
    const asked = await one(PARTNER)
    expect(asked).toMatchObject({ state: 'asked', name: '天然气管道工程', parts: null, mayAnswer: true, mayEnd: false })
    expect(await one(OWNER)).toMatchObject({ mayAnswer: false, mayEnd: true, parts: null })
    expect(await look(PARTNER, { sight: [CITY] })).toMatchObject([{ mayAnswer: true }])
    expect(await look(PARTNER, { sight: ['510300'] })).toEqual([])
    expect(await say(answer(asked.seen), { zone: OWNER })).toBe('partner-not-asked')
    expect(await say(answer(v7()), { zone: PARTNER })).toBe('partner-changed')
    // An answer of a zone that was not asked comes by its topic: nothing becomes of it.
    world.say(
      {
        type: 'lianxi.partner.answered.v1',
        data: {
          code: asked.code,
          subject: OURS,
          ofZone: OWNER,
          invitation: asked.seen,
          accepted: true,
          note: '同意',
          by: 'Z-CDB-LXB',
          person: '某人',
          on: '2025-10-12',
        },
      },
      { zone: 'Z-CDB', source: 'Z-CDB-LXB' },
    )
    await world.settle()
    expect((await one(PARTNER)).state).toBe('asked')
    expect(await notices()).toEqual([
      ...['Z-CN-LXB', '511500-FGW'].map(
        (body) => expect.stringMatching(`^${PARTNER} ${body} .*攀西.*邀请参与“天然气管道工程”`) as string,
      ),
    ])
    expect([await counted(OWNER), await counted(PARTNER)]).toEqual(counts)
  })

  it('accepted by two at once it is accepted once; both zones see the parts side by side, each counts its own', async () => {
    const before = (await findLatestStamp(world.prisma)) ?? ''
    const { seen } = await one(PARTNER)
    const both = await Promise.all([
      say(answer(seen), { zone: PARTNER }),
      say(answer(seen), { zone: PARTNER, keeper: ofCity }),
    ])
    expect(both.sort()).toEqual(['ok', 'partner-changed'])
    await world.settle()
    const { code } = await one(OWNER)
    const parts = async (zone: string, looking: Looking = {}) =>
      (await look(zone, looking))
        .find((view) => view.code === code)
        ?.parts?.map(
          ({ region, ofWholePercent, last }) => `${region} ${ofWholePercent ?? '—'} ${last?.progressPercent ?? '未报'}`,
        )
    expect(await parts(OWNER)).toEqual(['攀枝花市 35 58', '凉山州 35 未报', '宜宾市 30 未报'])
    // Its own zone says under which listing the partner reports; then its figures stand beside.
    const finding = {
      type: 'find-elsewhere',
      code: THEIRS,
      otherZone: OWNER,
      other: OURS,
      finding: 'same',
      reason: '同一项目',
    } as const
    const press = { userId: 'q', key: v4(), procedure: 'library.record', input: finding }
    const who = { actor: { id: 'q', name: '秦' }, body: 'Z-CN-LXB', keeper: ofCity, press }
    expect(
      await handleLibrary(world.prisma, { zone: PARTNER, deed: finding, seen: null, ...who }, decideLibrary),
    ).toMatchObject({ ok: true })
    await world.settle()
    const together = ['攀枝花市 35 58', '凉山州 35 未报', '宜宾市 30 12']
    expect([await parts(OWNER), await parts(PARTNER)]).toEqual([together, together])
    expect(await parts(PARTNER, { sight: [CITY] })).toEqual(together)
    expect(await parts(PARTNER, { subject: THEIRS })).toEqual(together)
    expect(await parts(OWNER, { subject: OURS, sight: ['510400'] })).toEqual(together)
    // Who has no part reads that there is a partner, and no figures.
    expect([await parts(PARTNER, { sight: ['510300'] }), await parts(OWNER, { sight: ['510403'] })]).toEqual([
      undefined,
      undefined,
    ])
    expect(await look(PARTNER, { sight: ['510300'] })).toMatchObject([{ code, state: 'standing', parts: null }])
    expect(await look(PARTNER, { at: before })).toMatchObject([{ state: 'asked', mayAnswer: false, answered: null }])
    const overview = await readOverview(world.prisma, PARTNER, '2025Q3', null)
    expect(JSON.stringify(overview.crossRegion)).not.toContain(OURS)
  })

  it('is ended with a reason, by either side on its own topic; then no figures are seen, and it was as it was', async () => {
    const standing = (await look(OWNER)).find(({ state }) => state === 'standing')
    if (standing === undefined) throw new Error('nothing stands')
    const before = (await findLatestStamp(world.prisma)) ?? ''
    const { code, seen } = standing
    expect(await say({ type: 'end', code, seen, reason: '线路调整' }, { zone: PARTNER, keeper: ofCity })).toBe('ok')
    await world.settle()
    expect(await look(OWNER)).toContainEqual(
      expect.objectContaining({
        code,
        state: 'ended',
        parts: null,
        ended: expect.objectContaining({ zone: { code: PARTNER, name: '川南经济区' }, reason: '线路调整' }) as unknown,
      }),
    )
    expect((await look(PARTNER, { at: before })).find((view) => view.code === code)?.parts).toHaveLength(3)
    const { seen: over } = await one(OWNER, code)
    expect(await say({ type: 'end', code, seen: over, reason: '再次' })).toBe('partner-over')
    expect((await notices()).at(-1)).toMatch(/^Z-PX Z-PX-LXB .*川南经济区结束/)
    // What is over can be asked for anew, and declined in words.
    expect(await say(invite({ partner: `${CITY}-JTJ` }))).toBe('ok')
    await world.settle()
    const again = await one(PARTNER, `${OURS}-H02`)
    expect(again.partner.name).toBe('宜宾市交通运输局')
    expect(await say(answer(again.seen, false, again.code), { zone: PARTNER })).toBe('ok')
    await world.settle()
    expect(await one(OWNER, again.code)).toMatchObject({ state: 'declined', answered: { note: '今年无资金安排' } })
  })

  it('an answer that comes before its invitation waits for it, and a rebuild gives the same', async () => {
    const invitation = v7()
    const [code, shared] = [`${OURS}-H09`, { subject: OURS, person: '李明', on: '2025-10-12' }]
    world.say(
      {
        type: 'lianxi.partner.answered.v1',
        data: { ...shared, code, ofZone: OWNER, invitation, accepted: true, note: '同意', by: 'Z-CN-LXB' },
      },
      { zone: PARTNER, source: 'Z-CN-LXB' },
    )
    await world.settle()
    expect((await look(PARTNER)).some((view) => view.code === code)).toBe(false)
    const asked = { partnerZone: PARTNER, partnerRegion: '510300', partnerBody: null }
    const agreed = { part: '一段', contribution: '资金', sharePercent: null, basis: '纪要', by: 'Z-PX-LXB' }
    world.say(
      { type: 'lianxi.partner.invited.v1', data: { ...shared, code, ...asked, ...agreed } },
      { id: invitation, source: 'Z-PX-LXB' },
    )
    await world.settle()
    expect((await one(OWNER, code)).state).toBe('standing')
    const rebuilt = await rebuildBoard({
      ...{ url: world.url('migrator'), swap: false, signal: new AbortController().signal, onProgress: () => undefined },
    })
    if (rebuilt.kind !== 'compared') throw new Error(rebuilt.kind)
    expect(rebuilt.tables.filter(({ differing }) => differing > 0)).toEqual([])
  })
})
