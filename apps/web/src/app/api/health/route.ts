export const dynamic = 'force-dynamic'

/** Liveness: 200 while the process can answer at all. What a restart does not mend is asked at /api/ready. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}
