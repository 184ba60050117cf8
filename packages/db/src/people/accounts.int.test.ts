import { beforeAll, expect, it } from 'vitest'
import { createPrisma, type Database } from '../client'
import { createMigratedDatabase } from '../testing/migrated-database'
import { addMembershipInTx, createAccountInTx, type NewMembership } from './accounts'
import { createAdmin, SYSTEM_BODY } from './create-admin'
import { countDemoAccounts, findPerson } from './members'
import { hashPassword, verifyPassword } from './password'

let prisma: Database
beforeAll(async () => {
  prisma = createPrisma((await createMigratedDatabase()).url('web_app'))
  return () => prisma.$disconnect()
})

const reporter: NewMembership = {
  zone: 'Z-PX',
  body: '510403-FGJ',
  bodyName: '西区发展和改革局',
  region: '510403',
  role: 'reporter',
}
const admin: NewMembership = { zone: null, ...SYSTEM_BODY, region: null, role: 'admin' }
const make = (username: string, memberships: NewMembership[], id?: string) =>
  prisma.$transaction((tx) =>
    createAccountInTx(tx, {
      ...(id !== undefined && { id }),
      username,
      name: username,
      phone: null,
      passwordHash: 'x:y',
      memberships,
    }),
  )

it('the first administrator is made once, with a password that can be verified', async () => {
  const wanted = { username: 'root', name: '管理员', password: 'a-long-password' }
  const made = await createAdmin(prisma, hashPassword, wanted)
  expect(made).toMatchObject({ ok: true })
  expect(await createAdmin(prisma, hashPassword, wanted)).toMatchObject({ ok: false, code: 'username-taken' })
  const { password } = await prisma.account.findFirstOrThrow()
  expect(await verifyPassword(password ?? '', 'a-long-password')).toBe(true)
  expect(await verifyPassword(password ?? '', 'another-password')).toBe(false)
  expect(await verifyPassword('no hash', 'a-long-password')).toBe(false)
})

it('user names are one whatever their case; an administrator holds no other role', async () => {
  expect(await make('Xiqu-A', [reporter])).toMatchObject({ ok: true })
  expect(await make('xiqu-a', [reporter])).toMatchObject({ ok: false, code: 'username-taken' })
  expect(await make('xiqu-b', [reporter, admin])).toMatchObject({ ok: false, code: 'admin-alone' })
  const { id } = await prisma.user.findUniqueOrThrow({ where: { username: 'xiqu-a' } })
  const add = (membership: NewMembership) => prisma.$transaction((tx) => addMembershipInTx(tx, id, membership))
  expect(await add(admin)).toEqual({ ok: false, code: 'admin-alone' })
  expect(await add(reporter)).toEqual({ ok: false, code: 'already-member' })
  // The same office in another zone is another membership; twice in one press is said, not a broken index.
  expect(await add({ ...reporter, zone: 'Z-CN' })).toMatchObject({ ok: true })
  expect(await make('xiqu-b', [reporter, reporter])).toMatchObject({ ok: false, code: 'already-member' })
  expect(await make('root-2', [admin, admin])).toMatchObject({ ok: false, code: 'already-member' })
  expect(await add({ ...reporter, role: 'approver' })).toMatchObject({ ok: true })
  expect((await findPerson(prisma, id))?.memberships.map(({ role }) => role)).toEqual([
    'approver',
    'reporter',
    'reporter',
  ])
})

it('demo accounts are told by their id', async () => {
  expect(await countDemoAccounts(prisma)).toBe(0)
  await make('xiqu-tb', [reporter], 'demo-xiqu-tb')
  expect(await countDemoAccounts(prisma)).toBe(1)
})
