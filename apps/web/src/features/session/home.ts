import type { SessionView } from '@lianxi/schema/views/session'
import type { Role } from '@lianxi/schema/vocabulary'

export type NavLink = { href: string; label: string }

const BOARD: NavLink[] = [
  { href: '/board', label: '总览' },
  { href: '/board/brief', label: '要情' },
  { href: '/board/targets', label: '目标' },
  { href: '/board/projects', label: '项目' },
  { href: '/meetings', label: '会议' },
]
const OFFICE: NavLink = { href: '/office', label: '我的填报' }
const REVIEW: NavLink = { href: '/review', label: '审核' }
const APPLIED: NavLink = { href: '/review/applied', label: '核对' }
const CHASING: NavLink = { href: '/review/chasing', label: '催报' }
const LISTS: NavLink[] = [
  { href: '/lists', label: '年度清单' },
  { href: '/responsibility', label: '责任落实' },
  { href: '/plans', label: '规划' },
  { href: '/indicators', label: '指标' },
  { href: '/projects', label: '储备库' },
]
/** Its link in the menu says how many there are. */
const PARKED = '/admin/parked'
const ADMIN: NavLink[] = [
  { href: '/admin', label: '账号' },
  { href: '/admin/bodies', label: '单位' },
  { href: '/admin/channels', label: '通道与凭据' },
  { href: '/admin/hooks', label: '通知接口' },
  { href: PARKED, label: '待处理消息' },
  { href: '/admin/stream', label: '运行状态' },
  { href: '/admin/audit', label: '审计记录' },
]

/** What a role works with, first its daily work. */
const LINKS = {
  reporter: [OFFICE, ...BOARD, ...LISTS],
  approver: [REVIEW, OFFICE, ...BOARD, ...LISTS],
  coordinator: [OFFICE, REVIEW, APPLIED, CHASING, ...BOARD, ...LISTS],
  responder: [...BOARD, ...LISTS],
  secretariat: [...BOARD, APPLIED, CHASING, ...LISTS],
  leader: [...BOARD, ...LISTS],
  oversight: [...BOARD, ...LISTS],
  admin: ADMIN,
} satisfies Record<Role, NavLink[]>

type Counted = Pick<SessionView, 'memberships'> & Partial<Pick<SessionView, 'parked' | 'asks'>>

/**
 * The main navigation of a person: the parts of all roles, each once. `parked`: open messages, told to administrators;
 * `asks`: for more time, told to the secretariat of the zone that stands first.
 */
export function navigationOf({ memberships, parked = 0, asks = [] }: Counted): NavLink[] {
  const links = memberships.flatMap(({ role }) => LINKS[role])
  const once = links.filter((link, index) => links.findIndex(({ href }) => href === link.href) === index)
  const here = memberships.find(({ zone }) => zone !== null)?.zone
  const counts = new Map([
    [PARKED, parked],
    [CHASING.href, asks.find(({ zone }) => zone === here)?.open ?? 0],
  ])
  return once.map((link) => {
    const count = counts.get(link.href) ?? 0
    return count > 0 ? { ...link, label: `${link.label} ${count}` } : link
  })
}

/** Where a person lands after the login. */
export const homeOf = (session: Pick<SessionView, 'memberships'>): string => navigationOf(session)[0]?.href ?? '/none'

/** A path to come back to, from the address: only our own pages, never another host. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/login') ? next : '/'
}
