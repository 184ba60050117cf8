import { countDemoAccounts } from '@lianxi/db/people/members'
import { hasDemoClock } from '@lianxi/db/readers/stream-state'
import { getDeps } from './deps'

/**
 * Production never runs on a demo's database: its accounts share a published password and its clock stands still; and
 * never sends session cookies over a network in the clear.
 * @throws before the first request is served; the process ends and says why
 */
export async function refuseUnsafeStart(): Promise<void> {
  const { env, prisma } = getDeps()
  if (env.LIANXI_MODE !== 'production') return
  const { protocol, hostname } = new URL(env.PUBLIC_URL)
  if (protocol !== 'https:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
    throw new Error(
      'LIANXI_MODE=production needs a PUBLIC_URL with https: session cookies must not travel in the clear',
    )
  }
  const accounts = await countDemoAccounts(prisma)
  if (accounts > 0) throw new Error(`LIANXI_MODE=production, but this database has ${accounts} demo accounts`)
  if (await hasDemoClock(prisma)) throw new Error('LIANXI_MODE=production, but this database has a demo clock')
}
