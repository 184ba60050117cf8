import { parsePrometheus, valueOf } from '@lianxi/testkit/prometheus'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { answerMetrics } from './answer-metrics'
import { readReadiness } from './readiness'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

const TOKEN = 'a-token-of-the-scraper'
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const report = { zone: 'Z-PX', region: '510403', subject: 'XQ-145-T001', period: '2025Q3' }

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld({ METRICS_TOKEN: TOKEN })
})

const scrape = (authorization?: string) =>
  answerMetrics(
    new Request('http://web/api/metrics', { headers: authorization === undefined ? {} : { authorization } }),
    server.deps,
  )

async function press(
  who: ReturnType<typeof person>,
  path: string,
  input: object,
  headers = new Headers(),
): Promise<unknown> {
  const answer: unknown = await call(
    { deps: server.deps, person: who, headers },
    path,
    { ...report, idempotencyKey: v4(), ...input },
    'mutation',
  )
  return answer
}

it('a request’s trace goes into the event it causes', async () => {
  const headers = new Headers({ traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })
  const entry = { entry: { kind: 'target', value: '100' } }
  const typed = { ...entry, correctionReason: null, warningReasons: [], expectedVersion: 0 }
  await press(person('a', 'reporter', '510403'), 'report.submit', typed)
  await press(person('b', 'approver', '510403'), 'report.approve', { expectedVersion: 1 }, headers)
  const rows = await server.world.prisma.outbox.findMany({ where: { key: report.subject } })
  const traces = rows.map(({ headers: sent }) => JSON.stringify(sent))
  expect(traces.filter((sent) => sent.includes(`"ce_traceparent":"00-${TRACE}-`))).toHaveLength(1)
})

it('metrics are for whoever has the token, of the format, and count refusals by their code', async () => {
  await press(person('b', 'approver', '510403'), 'report.approve', { expectedVersion: 999 })
  expect((await scrape()).status).toBe(401)
  expect((await scrape('Bearer other')).status).toBe(401)
  const samples = parsePrometheus(await (await scrape(`Bearer ${TOKEN}`)).text())
  const labels = { procedure: 'report.approve', type: 'mutation', code: 'refused:changed-meanwhile' }
  expect(valueOf(samples, 'lianxi_web_requests_total', labels)).toBe(1)
  expect(valueOf(samples, 'lianxi_web_request_seconds_count', { procedure: 'report.approve' })).toBeGreaterThan(0)
  expect(valueOf(samples, 'lianxi_web_live_streams')).toBe(0)
  expect(valueOf(samples, 'lianxi_web_pool_connections')).toBeGreaterThan(0)
})

it('without a token in the environment there are no metrics', async () => {
  const { METRICS_TOKEN: _none, ...env } = server.deps.env
  expect((await answerMetrics(new Request('http://web/'), { ...server.deps, env })).status).toBe(404)
})

it('is ready with its migrations, and names one that is missing', async () => {
  expect(await readReadiness(server.deps, ['20251101000000_spine'])).toEqual({ ok: true, missing: [] })
  const { ok, missing } = await readReadiness(server.deps, ['20251101000000_spine', '29990101000000_future'])
  expect([ok, missing]).toEqual([false, ['migration 29990101000000_future']])
})
