import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/routers/index'

/** Why a command got no answer. Refusals are answers and not among these. */
export type Trouble = { kind: 'signed-out' | 'offline' | 'forbidden' | 'fault'; message: string }

const SENTENCES = {
  'signed-out': '登录已过期。所填内容已保存在本机，请重新登录，登录后会回到这里。',
  offline: '网络不通，未能送达。所填内容已保存在本机，请稍后重试。',
  forbidden: '您没有办理此事的权限。如岗位有变动，请联系系统管理员。',
  fault: '系统暂时出了问题，未能办理。所填内容已保存在本机，请稍后重试。',
} satisfies Record<Trouble['kind'], string>

function kindOf(error: unknown): Trouble['kind'] {
  if (!isTRPCClientError<AppRouter>(error)) return 'fault'
  const code = error.data?.code
  if (code === 'UNAUTHORIZED') return 'signed-out'
  if (code === 'FORBIDDEN') return 'forbidden'
  return code === undefined ? 'offline' : 'fault'
}

export function troubleOf(error: unknown): Trouble {
  const kind = kindOf(error)
  const traceId = kind === 'fault' && isTRPCClientError<AppRouter>(error) ? error.data?.traceId : undefined
  return { kind, message: traceId === undefined ? SENTENCES[kind] : `${SENTENCES[kind]}（编号 ${traceId}）` }
}
