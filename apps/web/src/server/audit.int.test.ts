import { AuditList } from '@lianxi/schema/views/audit'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})
const admin = person('何志强', 'admin', null, null)
const ask = async (input: object) =>
  AuditList.parse(await call({ deps: server.deps, person: admin }, 'admin.audit', input, 'query'))

it('lists who did what to whom, by person, kind and day, and no password', async () => {
  const account = { username: 'xin-ren', name: '新人', phone: null, password: 'a-long-password' }
  const memberships = [{ zone: 'Z-PX', body: '510403-FGJ', role: 'reporter' }]
  const input = { ...account, memberships, idempotencyKey: v4() }
  await call({ deps: server.deps, person: admin }, 'admin.accounts.create', input, 'mutation')

  const { rows, total } = await ask({ who: '志强', kind: 'admin.accounts' })
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ by: '何志强', action: 'admin.accounts.create', object: 'xin-ren' })
  expect(JSON.stringify(rows)).not.toContain('a-long-password')
  const day = new Date(Date.parse(rows[0]?.at ?? '') + 8 * 3_600_000).toISOString().slice(0, 10)
  expect((await ask({ day })).total).toBe(1)
  expect((await ask({ day: '2020-01-01' })).total).toBe(0)
  expect((await ask({ kind: 'library' })).total).toBe(0)
})
