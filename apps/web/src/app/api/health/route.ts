import { findLatestStamp } from '@lianxi/db/readers/stream-state'
import { getDeps } from '@/server/deps'

export const dynamic = 'force-dynamic'

/** 200 while the web can answer: it serves and reaches its database. How old the board is is the worker's health. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  const { prisma, log } = getDeps()
  try {
    return Response.json({ ok: true, stamp: (await findLatestStamp(prisma)) ?? null }, { headers })
  } catch (error) {
    log.error({ err: error }, 'health: no database')
    return Response.json({ ok: false, reason: 'database' }, { status: 503, headers })
  }
}
