import { getDeps } from '@/server/deps'
import { EXPECTED_MIGRATIONS } from '@/server/env'
import { readReadiness } from '@/server/readiness'

export const dynamic = 'force-dynamic'

/** Readiness: 503, with what is missing, while requests had better go to another process. Nothing here is a secret. */
export async function GET(): Promise<Response> {
  const { ok, missing } = await readReadiness(getDeps(), EXPECTED_MIGRATIONS)
  return Response.json({ ok, missing }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
