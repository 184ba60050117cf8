import { Bodies } from '@lianxi/schema/views/admin'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})
const asking = () => ({ deps: server.deps, person: person('o', 'admin', null, null) })
const zone = 'Z-PX'

async function create(username: string, ...memberships: object[]) {
  const account = { username, name: '新人', phone: null, password: 'a-long-password', memberships }
  const input = { ...account, idempotencyKey: v4() }
  const result = DoneResult.parse(await call(asking(), 'admin.accounts.create', input, 'mutation'))
  return result.ok ? 'ok' : result.refusal
}

it('offers every body with its zone and kind', async () => {
  const { bodies } = Bodies.parse(await call(asking(), 'admin.bodies', undefined, 'query'))
  expect(bodies.find(({ code }) => code === '510403-FGJ')).toMatchObject({ zone, kind: 'coordinating-office' })
  expect(new Set(bodies.map(({ zoneName }) => zoneName))).toEqual(new Set(['攀西经济区']))
})

it('gives nobody a role that his kind of body does not have, and says which it has', async () => {
  const office = { zone, body: '510403-FGJ' }
  expect(await create('liangshan-x', { ...office, role: 'secretariat' })).toMatchObject({
    ...{ code: 'role-not-of-body', field: 'memberships' },
    message: expect.stringContaining('（统筹部门）可任：填报人、审核人、统筹人、答复人、领导。') as unknown,
  })
  expect(await create('nobody-there', { zone, body: '519999-FGJ', role: 'reporter' })).toMatchObject({
    code: 'not-found',
  })
  expect(await create('xiqu-new', { ...office, role: 'reporter' }, { ...office, role: 'approver' })).toBe('ok')
})

it('says the rules of the administrator’s role and of the same membership twice', async () => {
  const reporter = { zone, body: '510403-FGJ', role: 'reporter' }
  const admin = { zone: null, body: 'SYSTEM', role: 'admin' }
  expect(await create('both', reporter, admin)).toMatchObject({ code: 'admin-alone', field: 'memberships' })
  expect(await create('twice', reporter, reporter)).toMatchObject({ code: 'already-member', field: 'memberships' })
})
