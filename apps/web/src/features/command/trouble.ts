import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/routers/index'

/** Why a command got no answer. Refusals are answers and not among these; `refused`: a field is empty or miswritten. */
export type Trouble = {
  kind: 'signed-out' | 'offline' | 'forbidden' | 'refused' | 'fault'
  message: string
  kept: boolean
}
type Kind = Trouble['kind']

const SENTENCES = {
  'signed-out': '登录已过期，没有办理。',
  offline: '网络不通，未能送达。',
  forbidden: '您没有办理此事的权限。如岗位有变动，请联系系统管理员。',
  fault: '系统暂时出了问题，未能办理。',
} satisfies Record<Exclude<Kind, 'refused'>, string>

/** What becomes of what was typed. Only the reporting forms keep it in the browser; elsewhere it is on the page alone. */
const NEXT = {
  kept: {
    'signed-out': '所填内容已保存在本机，请重新登录，登录后会回到这里。',
    offline: '所填内容已保存在本机，请稍后重试。',
    fault: '所填内容已保存在本机，请稍后重试。',
  },
  open: {
    'signed-out': '所填内容只在本页上：请在新窗口重新登录，再回到本页重试。',
    offline: '所填内容只在本页上，请不要关闭，稍后重试。',
    fault: '所填内容只在本页上，请不要关闭，稍后重试。',
  },
} satisfies Record<'kept' | 'open', Partial<Record<Kind, string>>>

function kindOf(error: unknown): Kind {
  if (!isTRPCClientError<AppRouter>(error)) return 'fault'
  const code = error.data?.code
  if (code === 'UNAUTHORIZED') return 'signed-out'
  if (code === 'FORBIDDEN') return 'forbidden'
  if (code === 'BAD_REQUEST') return 'refused'
  return code === undefined ? 'offline' : 'fault'
}

/** @param kept the browser keeps what was typed, and has it again after a login */
export function troubleOf(error: unknown, kept: boolean): Trouble {
  const kind = kindOf(error)
  if (kind === 'refused') return { kind, kept, message: error instanceof Error ? error.message : '' }
  if (kind === 'forbidden') return { kind, kept, message: SENTENCES[kind] }
  const message = `${SENTENCES[kind]}${NEXT[kept ? 'kept' : 'open'][kind]}`
  const traceId = kind === 'fault' && isTRPCClientError<AppRouter>(error) ? error.data?.traceId : undefined
  return { kind, kept, message: traceId === undefined ? message : `${message}（编号 ${traceId}）` }
}
