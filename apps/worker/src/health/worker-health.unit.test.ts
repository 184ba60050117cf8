import { parsePrometheus, valueOf } from '@lianxi/testkit/prometheus'
import { describe, expect, test } from 'vitest'
import { addConsumerMetrics } from '../consumer/consumer-metrics'
import { reportConsumer } from '../consumer/consumer-report'
import { createConsumerStatus, noteLag, type ConsumerStatus } from '../consumer/consumer-status'
import { reportRelay } from '../relay/relay-report'
import { createRelayStatus } from '../relay/relay-status'
import { createMetrics } from './metrics'
import { healthOf } from './worker-health'

const START = new Date('2025-10-12T10:00:00Z')
const TOPIC = 'lianxi.510403.target.v1'
const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000)
const backlog = { oldestUnpublishedAt: null, unpublished: 0, refused: 0, parked: {}, waiting: 0 }
const consumer = (change: Partial<ConsumerStatus> = {}) => ({
  ...createConsumerStatus(START),
  joined: true,
  listed: true,
  expectsTopics: true,
  lastFetchAt: START,
  ...change,
})

describe('a restart may mend', () => {
  test('a consumer that no longer fetches, not one whose topics are quiet', () => {
    const { complaints } = reportConsumer(consumer(), later(31))
    expect(complaints).toEqual(['consumer: no fetch for half a minute'])
    expect(reportConsumer(consumer({ lastFetchAt: later(3_600) }), later(3_601)).complaints).toEqual([])
  })

  test('messages that lie there for a minute without a commit', () => {
    const behind = consumer({ lag: new Map([[TOPIC, 3]]), behindSince: START, lastFetchAt: later(61) })
    expect(reportConsumer(behind, later(61)).complaints).toEqual([expect.stringContaining('behind')])
    expect(reportConsumer(behind, later(59)).complaints).toEqual([])
  })

  test('a crash, a topic nobody reads, a relay whose loop stands', () => {
    const broken = consumer({ unsubscribed: ['lianxi.510402.target.v1'], crashed: 'TypeError' })
    expect(reportConsumer(broken, START).complaints).toEqual([
      'consumer crashed: TypeError',
      'consumer: given but not subscribed: lianxi.510402.target.v1',
    ])
    expect(reportRelay(createRelayStatus(START), later(61)).complaints).toHaveLength(1)
  })
})

describe('a person must look, and a restart would only hurt', () => {
  test('at a halted topic: the others go on', () => {
    const halted = consumer({
      halted: new Map([[TOPIC, 'recreated']]),
      lag: new Map([[TOPIC, 9]]),
      lastFetchAt: later(600),
    })
    const { complaints, attention, facts } = reportConsumer(halted, later(600))
    expect(complaints).toEqual([])
    expect(attention).toEqual([`consumer: ${TOPIC} halted: recreated`])
    expect(facts.halted).toMatchObject([{ topic: TOPIC, reason: 'recreated' }])
  })

  test('at a topic that has paused for over a minute', () => {
    const paused = consumer({
      waiting: new Map([[TOPIC, 'outage: ECONNREFUSED']]),
      heldSince: new Map([[TOPIC, START]]),
      lag: new Map([[TOPIC, 9]]),
      behindSince: START,
      lastFetchAt: later(61),
    })
    expect(reportConsumer(paused, later(59)).attention).toEqual([])
    expect(reportConsumer(paused, later(61))).toMatchObject({
      complaints: [],
      attention: [expect.stringContaining('paused')],
    })
  })

  test('at a broker that cannot be reached, a topic that cannot be written, an outbox that waits, a refused event', () => {
    const relay = {
      ...createRelayStatus(START),
      lastTurnAt: later(3_600),
      unreachable: { reason: 'ECONNREFUSED', since: START },
      failing: new Map([
        [TOPIC, { reason: 'TOPIC_AUTHORIZATION_FAILED', failures: 3, since: START, nextTryAt: START }],
      ]),
    }
    const waiting = { ...backlog, oldestUnpublishedAt: START, unpublished: 7, refused: 1 }
    const health = healthOf(new Map([['relay', reportRelay(relay, later(3_600))]]), waiting, later(3_600))
    expect(health).toMatchObject({ ok: true, ready: false, complaints: [] })
    expect(health.attention).toHaveLength(4)
  })

  test('at an unreadable database', () => {
    expect(healthOf(new Map(), undefined, START)).toMatchObject({
      ok: true,
      ready: false,
      attention: ['database: not readable'],
    })
  })
})

test('a worker without topics is ready for them, and says that there are none', () => {
  const idle = consumer({ expectsTopics: false, joined: false, lastFetchAt: undefined })
  expect(reportConsumer(idle, later(3_600))).toMatchObject({
    ready: true,
    complaints: [],
    attention: [expect.stringContaining('no topic')],
    facts: { joined: true },
  })
})

test('a broker that never answered is told after half a minute; a restart brings no answer', () => {
  const deaf = createConsumerStatus(START)
  expect(reportConsumer(deaf, later(31)).attention).toEqual([expect.stringContaining('not answered')])
  expect(reportConsumer(deaf, later(29)).attention).toEqual([])
})

test('behind begins with the first unapplied message and ends with the last; a halted topic does not count', () => {
  const status = consumer()
  noteLag(status, TOPIC, 3n)
  const since = status.behindSince
  noteLag(status, 'lianxi.510402.target.v1', 1n)
  expect(status.behindSince).toBe(since)
  noteLag(status, 'lianxi.510402.target.v1', -1n)
  expect(status.behindSince).toBe(since)
  status.halted.set(TOPIC, 'recreated')
  noteLag(status, TOPIC, 4n)
  expect(status.behindSince).toBeUndefined()
})

describe('metrics', () => {
  const scrape = async (status: ConsumerStatus, known: typeof backlog | null = backlog) => {
    const part = {
      report: () => reportConsumer(status, START),
      addMetrics: (registry: Parameters<typeof addConsumerMetrics>[0]) => addConsumerMetrics(registry, status),
    }
    const render = createMetrics(new Map([['consumer', part]]))
    status.onChunk({ messages: 700, seconds: 0.2 })
    await render(known ?? undefined)
    return parsePrometheus(await render(known ?? undefined))
  }

  test('are of the format, count what the parts count, and leave out what nobody knows yet', async () => {
    const status = consumer({ lag: new Map([[TOPIC, 2]]) })
    status.counters.events = 41
    const samples = await scrape(status, { ...backlog, parked: { 'not-json': 3 } })
    const value = (name: string, labels = {}) => valueOf(samples, `lianxi_worker_${name}`, labels)
    expect(value('events_applied_total')).toBe(41)
    expect(value('lag_messages', { topic: TOPIC })).toBe(2)
    expect(value('parked_messages', { reason: 'not-json' })).toBe(3)
    expect(value('chunk_messages_bucket', { le: '1000' })).toBe(1)
    expect(value('chunk_seconds_sum')).toBe(0.2)
    expect(value('outbox_oldest_seconds')).toBe(0)
    expect(value('fetch_age_seconds')).toBeGreaterThan(0)
    expect(value('commit_age_seconds')).toBeUndefined()
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(0)
  })

  test('without a database leave its figures out', async () => {
    const samples = await scrape(consumer(), null)
    expect(valueOf(samples, 'lianxi_worker_outbox_unpublished')).toBeUndefined()
  })
})
