import type { AnyProcedure } from '@trpc/server'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from './routers/index'
import { dutyMatrix } from './testing/duty-matrix'
import { parkedMatrix } from './testing/parked-matrix'
import { listMatrix } from './testing/list-matrix'
import { planMatrix } from './testing/plan-matrix'
import { sheetMatrix } from './testing/sheet-matrix'
import { statusMatrix } from './testing/status-matrix'
import { call, createServerWorld, outcome, person, type ServerWorld } from './testing/server-world'

/** Everybody there is, as seen from 西区 (510403) of 攀西: own region, the region above, another region, another zone. */
const PEOPLE = {
  'reporter own': person('a', 'reporter', '510403'),
  'approver own': person('b', 'approver', '510403'),
  'coordinator own': person('c', 'coordinator', '510403'),
  'reporter above': person('d', 'reporter', '510400'),
  'coordinator above': person('e', 'coordinator', '510400'),
  'reporter other': person('f', 'reporter', '513400'),
  'approver other': person('g', 'approver', '513400'),
  'coordinator other': person('h', 'coordinator', '513400'),
  'reporter elsewhere': person('i', 'reporter', '510403', 'Z-CD'),
  responder: person('j', 'responder', '510000'),
  secretariat: person('k', 'secretariat', null),
  leader: person('l', 'leader', null),
  oversight: person('m', 'oversight', null),
  'secretariat elsewhere': person('n', 'secretariat', null, 'Z-CD'),
  admin: person('o', 'admin', null, null),
} as const
type Who = keyof typeof PEOPLE
const ANYONE = Object.keys(PEOPLE)
const SIGNED_IN = [...ANYONE]

const office = { zone: 'Z-PX', region: '510403' }
const report = { ...office, subject: 'XQ-145-T001', period: '2025Q3' }
const pressed = () => ({ ...report, idempotencyKey: v4(), expectedVersion: 999 })
const entry = { kind: 'target', value: '1' }
const judged = () => ({ ...report, idempotencyKey: v4(), report: '0199d7a0-0000-7000-8000-000000000001' })
const onAccount = () => ({ idempotencyKey: v4(), userId: 'nobody' })
const membership = { zone: 'Z-PX', body: '510403-FGJ', role: 'reporter' }

const OFFICE: Who[] = ['reporter own', 'approver own', 'coordinator own']
const IN_ZONE: Who[] = [
  ...OFFICE,
  'reporter above',
  'coordinator above',
  'reporter other',
  'approver other',
  'coordinator other',
  'responder',
  'secretariat',
  'leader',
  'oversight',
]
const WRITERS: Who[] = ['reporter own', 'coordinator own']
const APPROVERS: Who[] = ['approver own', 'coordinator own']
const JUDGES: Who[] = ['secretariat', 'coordinator above']
const ADMIN: Who[] = ['admin']
const DRAFTERS: Who[] = ['coordinator own', 'coordinator above', 'coordinator other', 'secretariat']
const SPEAKERS: Who[] = ['coordinator own']

const NOBODY = '0199d7a0-0000-7000-8000-000000000001'
const noFile = () => new Blob([]).stream()
/** Everybody of the zone but the responders may ask; what of it he sees is the procedure's answer. */
const EVIDENCE_READERS = IN_ZONE.filter((who) => who !== 'responder')

const ofZone = (...paths: string[]) =>
  Object.fromEntries(paths.map((path) => [path, { input: () => ({ zone: 'Z-PX' }), allowed: IN_ZONE }]))

/** Written by hand, not read from the procedures: a sample of input and who gets through. */
const MATRIX: Record<string, { input: () => unknown; allowed: readonly string[] }> = {
  'session.me': { input: () => undefined, allowed: ANYONE },
  'session.present': { input: () => undefined, allowed: ANYONE },
  'session.demoAccounts': { input: () => undefined, allowed: ANYONE },
  'public.zones': { input: () => undefined, allowed: ANYONE },
  'public.zone': { input: () => ({ zone: 'Z-PX' }), allowed: ANYONE },
  'public.page': { input: () => ({ zone: 'Z-PX' }), allowed: ANYONE },
  // Refused as the same password, before any is looked at: these people have none.
  'session.changePassword': {
    input: () => ({ current: 'a-long-password', password: 'a-long-password' }),
    allowed: SIGNED_IN,
  },
  ...ofZone(
    'board.overview',
    'board.changes',
    'board.crossRegion',
    'board.moments',
    'board.periods',
    'board.targets',
    'board.projects',
    'board.changed',
  ),
  'board.subject': { input: () => ({ zone: 'Z-PX', subject: 'XQ-145-T001' }), allowed: IN_ZONE },
  'office.dueList': { input: () => office, allowed: OFFICE },
  'office.form': { input: () => report, allowed: OFFICE },
  ...sheetMatrix({ office, writers: WRITERS, report }),
  ...parkedMatrix({ office, offices: OFFICE, admin: ADMIN }),
  'review.queue': { input: () => office, allowed: APPROVERS },
  'review.applied': { input: () => ({ zone: 'Z-PX' }), allowed: DRAFTERS },
  ...statusMatrix({ secretariat: ['secretariat'], speakers: APPROVERS }),
  ...dutyMatrix({ inZone: IN_ZONE, everybody: SIGNED_IN }),
  'report.saveDraft': { input: () => ({ ...pressed(), entry }), allowed: WRITERS },
  'report.submit': { input: () => ({ ...pressed(), entry }), allowed: WRITERS },
  'report.approve': { input: pressed, allowed: APPROVERS },
  'report.sendBack': { input: () => ({ ...pressed(), reason: '口径' }), allowed: APPROVERS },
  'report.withdraw': { input: pressed, allowed: WRITERS },
  'report.startCorrection': { input: () => ({ ...pressed(), reason: '误录' }), allowed: WRITERS },
  'report.return': { input: () => ({ ...judged(), reason: '口径' }), allowed: JUDGES },
  'report.confirm': { input: judged, allowed: JUDGES },
  'report.receipt': { input: () => report, allowed: OFFICE },
  'evidence.list': { input: () => report, allowed: EVIDENCE_READERS },
  'evidence.one': { input: () => ({ ...report, id: NOBODY }), allowed: EVIDENCE_READERS },
  'evidence.upload': { input: () => ({ ...report, fileName: '说明.txt', file: noFile() }), allowed: WRITERS },
  'evidence.remove': { input: () => ({ ...report, id: NOBODY }), allowed: WRITERS },
  ...listMatrix({ everybody: IN_ZONE, drafters: DRAFTERS, speakers: SPEAKERS }),
  ...planMatrix({ everybody: IN_ZONE, planners: DRAFTERS, secretariat: ['secretariat'], writers: WRITERS }),
  'admin.body.view': { input: () => ({}), allowed: ADMIN },
  'admin.body.add': {
    input: () => ({ zone: 'Z-NONE', idempotencyKey: v4(), region: '510403', code: '510403-TJJ', name: '统计局' }),
    allowed: ADMIN,
  },
  'admin.body.rename': {
    input: () => ({ zone: 'Z-NONE', idempotencyKey: v4(), code: '510403-TJJ', name: '统计局' }),
    allowed: ADMIN,
  },
  'admin.body.end': {
    input: () => ({
      ...{ zone: 'Z-NONE', idempotencyKey: v4(), code: '510403-TJJ', successor: null },
      ...{ endedOn: '2026-01-01', reason: '机构改革', basis: '文号' },
    }),
    allowed: ADMIN,
  },
  'admin.accounts.list': { input: () => ({}), allowed: ADMIN },
  'admin.accounts.create': {
    input: () => ({
      idempotencyKey: v4(),
      username: 'xin-ren',
      name: '新人',
      phone: null,
      password: 'a-long-password',
      memberships: [membership],
    }),
    allowed: ADMIN,
  },
  'admin.accounts.setDisabled': { input: () => ({ ...onAccount(), disabled: true }), allowed: ADMIN },
  'admin.accounts.resetPassword': { input: () => ({ ...onAccount(), password: 'a-long-password' }), allowed: ADMIN },
  'admin.accounts.addMembership': { input: () => ({ ...onAccount(), membership }), allowed: ADMIN },
  'admin.accounts.removeMembership': { input: () => ({ ...onAccount(), membershipId: 'none' }), allowed: ADMIN },
  'admin.channels.list': { input: () => undefined, allowed: ADMIN },
  'admin.channels.set': {
    input: () => ({
      ...{ idempotencyKey: v4(), zone: 'Z-PX', body: '510403-XXX', kind: 'target', channel: 'direct', reason: '接入' },
    }),
    allowed: ADMIN,
  },
  'admin.channels.issue': {
    input: () => ({ idempotencyKey: v4(), region: '519999', slot: 'a', replace: false }),
    allowed: ADMIN,
  },
  'admin.channels.revoke': {
    input: () => ({ idempotencyKey: v4(), region: '519999', slot: 'a', reason: '停用' }),
    allowed: ADMIN,
  },
  'admin.channels.addRegion': {
    input: () => ({
      ...{ idempotencyKey: v4(), zone: 'Z-XX', code: '510411', name: '仁和区', shortName: '仁和区', level: 'county' },
      ...{ parent: '510400', responsible: false, officeCode: '510411-FGJ', officeName: '仁和区发改局' },
    }),
    allowed: ADMIN,
  },
  'admin.channels.addZone': {
    input: () => ({ idempotencyKey: v4(), code: 'Z-PX', name: '攀西', reviewBody: '联席会议' }),
    allowed: ADMIN,
  },
  'admin.audit': { input: () => ({}), allowed: ADMIN },
  'admin.stream': { input: () => undefined, allowed: ADMIN },
  'admin.bodies': { input: () => undefined, allowed: ADMIN },
}

// Flat at run time (`report.submit`), nested in its type.
const Procedures = z.record(
  z.string(),
  z.custom<AnyProcedure>((value) => typeof value === 'function'),
)
const procedures = Object.entries(Procedures.parse(appRouter._def.procedures))

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})

describe('every procedure', () => {
  it('is in the matrix, and the matrix names no other', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(procedures.map(([path]) => path).sort())
  })

  it.each(procedures)('%s declares its access and its output', (_path, procedure) => {
    expect(procedure._def).toMatchObject({ meta: { access: expect.anything() as unknown } })
    expect(procedure._def).toHaveProperty('output')
    expect(procedure._def).toHaveProperty('inputs.0')
  })

  it.each(procedures)('%s lets in exactly who may, and nobody without a login', async (path, procedure) => {
    const row = MATRIX[path]
    if (row === undefined) throw new Error(`${path} has no row in the matrix`)
    const { type } = procedure._def
    const results: Record<string, string> = {}
    for (const [who, one] of Object.entries(PEOPLE)) {
      results[who] = await outcome(call({ deps: server.deps, person: one }, path, row.input(), type))
    }
    const expected = Object.fromEntries(ANYONE.map((who) => [who, row.allowed.includes(who) ? 'allowed' : 'FORBIDDEN']))
    expect(results).toEqual(expected)
    const stranger = await outcome(call({ deps: server.deps, person: null }, path, row.input(), type))
    expect(stranger).toBe(row.allowed === ANYONE ? 'allowed' : 'UNAUTHORIZED')
  })

  it('an office that belongs to two zones is let in by the right membership only', async () => {
    const two = person('p', 'reporter', '510403')
    two.memberships.push({ zone: 'Z-CD', body: 'X', bodyName: 'X', region: '513400', role: 'coordinator' })
    const asked = (region: string) =>
      outcome(call({ deps: server.deps, person: two }, 'office.dueList', { ...office, region }, 'query'))
    expect([await asked('510403'), await asked('513400')]).toEqual(['allowed', 'FORBIDDEN'])
  })
})
