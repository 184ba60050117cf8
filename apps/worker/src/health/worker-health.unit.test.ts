import { describe, expect, test } from 'vitest'
import { createConsumerStatus, type ConsumerStatus } from '../consumer/consumer-status'
import { createRelayStatus } from '../relay/relay-status'
import { renderMetrics } from './metrics'
import { complaintsOf, isReady } from './worker-health'

const START = new Date('2025-10-12T10:00:00Z')
const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000)
const backlog = { oldestUnpublishedAt: null, unpublished: 0, refused: 0, parked: 0 }
const consumer = (change: Partial<ConsumerStatus> = {}) => ({
  ...createConsumerStatus(START),
  joined: true,
  listed: true,
  expectsTopics: true,
  lastFetchAt: START,
  ...change,
})

describe('health', () => {
  test('a worker that fetches is healthy, however quiet its topics are', () => {
    expect(complaintsOf({ consumer: consumer({ lastFetchAt: later(3_600) }), backlog }, later(3_601))).toEqual([])
  })

  test('a living process that no longer fetches is not', () => {
    expect(complaintsOf({ consumer: consumer(), backlog }, later(31))).toHaveLength(1)
  })

  test('a worker without topics is ready for them, and says that there are none', () => {
    const idle = consumer({ expectsTopics: false, joined: false, lastFetchAt: undefined })
    expect(complaintsOf({ consumer: idle, backlog }, later(3_600))).toEqual([expect.stringContaining('no topic')])
    expect(isReady({ consumer: idle, backlog })).toBe(true)
  })

  test('a broker that never answered is a complaint after half a minute', () => {
    const deaf = { ...createConsumerStatus(START) }
    expect(complaintsOf({ consumer: deaf, backlog }, later(31))).toEqual([expect.stringContaining('not answered')])
    expect(complaintsOf({ consumer: deaf, backlog }, later(29))).toEqual([])
  })

  test('messages that wait without a commit are a complaint after a minute', () => {
    const behind = consumer({ lag: new Map([['lianxi.510403.target.v1', 3]]), lastFetchAt: later(61) })
    expect(complaintsOf({ consumer: behind, backlog }, later(61))).toEqual([expect.stringContaining('behind')])
    expect(complaintsOf({ consumer: behind, backlog }, later(59))).toEqual([])
  })

  test('a halted topic, a topic nobody reads and a crash are named', () => {
    const broken = consumer({
      halted: new Map([['lianxi.510403.target.v1', 'recreated']]),
      unsubscribed: ['lianxi.510402.target.v1'],
      crashed: 'TypeError',
    })
    expect(complaintsOf({ consumer: broken, backlog }, START)).toEqual([
      'consumer crashed: TypeError',
      'consumer: given but not subscribed: lianxi.510402.target.v1',
      'consumer: lianxi.510403.target.v1 halted: recreated',
    ])
  })

  test('an event that waits in the outbox for over a minute is a complaint, and so is a relay that does not look', () => {
    const relay = createRelayStatus(START)
    const waiting = { ...backlog, oldestUnpublishedAt: START, unpublished: 1 }
    expect(complaintsOf({ relay, backlog: waiting }, later(61))).toHaveLength(2)
    expect(complaintsOf({ relay, backlog: waiting }, later(5))).toEqual([])
  })

  test('an unreadable database is a complaint', () => {
    expect(complaintsOf({ backlog: undefined }, START)).toEqual(['database: not readable'])
    expect(isReady({ backlog: undefined })).toBe(false)
  })
})

describe('metrics', () => {
  test('tell ages and counts, and leave out what nobody knows yet', async () => {
    const text = await renderMetrics({ consumer: consumer({ lag: new Map([['t', 2]]) }), backlog }, later(5))
    expect(text).toContain('lianxi_worker_fetch_age_seconds 5')
    expect(text).toContain('lianxi_worker_lag_messages{topic="t"} 2')
    expect(text).toContain('lianxi_worker_parked_messages 0')
    expect(text).not.toContain('commit_age')
  })
})
