import type { Role } from '@lianxi/schema/vocabulary'
import type { Person } from '@lianxi/domain/report/state'
import { DEMO_REGIONS, type DemoRegion, ZONE } from './lists/regions'

/** A demo account: `demo-` before the id is how production knows and refuses it. */
export type DemoAccount = Person & {
  username: string
  memberships: { zone: string | null; body: string; bodyName: string; region: string | null; role: Role }[]
}

export const DEMO_PASSWORD = 'lianxi-demo-2025'

const OFFICE_NAMES: Record<string, { office: string; people: [string, string, string] }> = {
  '510400': { office: '攀枝花市发展和改革委员会', people: ['陈思远', '罗启明', '蒋文涛'] },
  '513400': { office: '凉山州发展和改革委员会', people: ['阿西木呷', '吉克阿木', '沈建国'] },
  '510402': { office: '东区发展和改革局', people: ['周晓雯', '唐国栋', '何丽萍'] },
  '510403': { office: '西区发展和改革局', people: ['李晓梅', '杨志强', '王海燕'] },
}
const OFFICE_ROLES: readonly [suffix: string, role: Role][] = [
  ['tb', 'reporter'],
  ['sh', 'approver'],
  ['tc', 'coordinator'],
]

const account = (username: string, name: string, membership: DemoAccount['memberships'][number]): DemoAccount => ({
  id: `demo-${username}`,
  username,
  name: `${name}（演示）`,
  memberships: [membership],
})

function officeAccounts(region: DemoRegion): DemoAccount[] {
  const office = OFFICE_NAMES[region.code]
  if (office === undefined) throw new Error(`no people for ${region.code}`)
  return OFFICE_ROLES.map(([suffix, role], index) =>
    account(`${region.account}-${suffix}`, office.people[index] ?? '', {
      zone: ZONE,
      body: region.office,
      bodyName: office.office,
      region: region.code,
      role,
    }),
  )
}

const ofZone = (body: string, bodyName: string, role: Role) => ({ zone: ZONE, body, bodyName, region: null, role })

export const SECRETARIAT = account('mishuchu', '赵明远', ofZone('Z-PX-LXB', '攀西经济区联席会议办公室', 'secretariat'))

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...DEMO_REGIONS.flatMap(officeAccounts),
  SECRETARIAT,
  account('lingdao', '刘振华', ofZone('Z-PX-LXB', '攀西经济区联席会议办公室', 'leader')),
  account('jiandu', '孙秉正', ofZone('Z-PX-JD', '攀西经济区监督机关（人大、审计）', 'oversight')),
  account('sheng-fgw', '郑卫东', {
    ...ofZone('510000-FGW', '四川省发展和改革委员会', 'responder'),
    region: '510000',
  }),
  account('admin', '系统管理员', { zone: null, body: 'SYSTEM', bodyName: '系统管理', region: null, role: 'admin' }),
]

/** The person of a region's office with a role, as reports name people. */
export function officer(region: DemoRegion, role: 'reporter' | 'approver' | 'coordinator'): Person {
  const suffix = OFFICE_ROLES.find(([, known]) => known === role)?.[0] ?? ''
  const found = DEMO_ACCOUNTS.find(({ username }) => username === `${region.account}-${suffix}`)
  if (found === undefined) throw new Error(`no ${role} in ${region.code}`)
  return { id: found.id, name: found.name }
}
