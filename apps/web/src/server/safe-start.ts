import { countDemoAccounts } from '@lianxi/db/people/members'
import { hasDemoClock } from '@lianxi/db/readers/moment/stream-state'
import { getDeps } from './deps'

/**
 * Ends the process when it must not serve, or cannot see its database to know: Next.js would go on after a failed
 * start-up hook and answer 500 to everybody. Whoever supervises the process starts it again.
 */
export async function startSafely(): Promise<void> {
  try {
    await refuseUnsafeStart()
  } catch (error) {
    process.stderr.write(`not started: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/**
 * Production never runs on a demo's database: its accounts share a published password and its clock stands still; and
 * never sends session cookies over a network in the clear.
 * @throws with the reason
 */
async function refuseUnsafeStart(): Promise<void> {
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
