import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { kafkaServices } from '@lianxi/testkit/kafka/env'
import { parsePrometheus, valueOf } from '@lianxi/testkit/prometheus'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells } from '../testing/board'
import { askHealth, startProcess, untilReady } from '../testing/worker-process'
import { openWorld } from '../testing/world'

describe('14 · the process', () => {
  test('all parts in one: an event in the outbox is on the board, health is good, SIGTERM drains and exits 0', async () => {
    const world = await openWorld()
    const worker = startProcess(world, { parts: ['consumer', 'relay', 'calendar'] })
    await untilReady(worker)
    await world.enqueue(buildTargetReport({ ...world.office }))
    await waitFor(
      'the report',
      () => readCells(world.pool),
      (cells) => cells.length === 1,
    )
    expect(await askHealth(worker, '/health')).toMatchObject({ status: 200, body: { ok: true, complaints: [] } })
    const counts = ['events_applied_total', 'relay_published_total', 'chunk_messages_count']
    await waitFor(
      'one in each count: the board can show a report before the worker has counted it',
      async () => {
        const metrics = await fetch(`${worker.url()}/metrics`).then((answer) => answer.text())
        const samples = parsePrometheus(metrics)
        return counts.map((name) => valueOf(samples, `lianxi_worker_${name}`))
      },
      (values) => values.every((value) => value === 1),
    )
    expect(await worker.stop()).toBe(0)
  })

  test('a consumer that cannot go on ends the process with an error, for the supervisor to start it again', async () => {
    const world = await openWorld()
    // The relay's user sees the topics and may not join the worker's group.
    const { users } = kafkaServices()
    const worker = startProcess(world, { env: { KAFKA_USERNAME: 'relay', KAFKA_PASSWORD: users.relay ?? '' } })
    expect(await worker.exited).toBe(1)
  })

  test('a broker that cannot be reached is waited for, and said so', async () => {
    const world = await openWorld()
    const worker = startProcess(world, { env: { KAFKA_BROKERS: '127.0.0.1:9' } })
    await waitFor('the attempt', () => worker.lines.some(({ loop }) => loop === 'topics'))
    await waitFor('the health server', () => worker.url())
    expect(await askHealth(worker, '/ready')).toMatchObject({ status: 503, body: { ok: false } })
    expect(await worker.stop()).toBe(0)
  })

  test('an unusable environment is told in words, and the process does not start', async () => {
    const world = await openWorld()
    const worker = startProcess(world, { env: { WORKER_PARTS: 'mailer' } })
    expect(await worker.exited).toBe(1)
    await waitFor('the sentence', () => worker.lines.some(({ stderr }) => String(stderr).includes('WORKER_PARTS')))
  })

  test('log lines carry identifiers, never what was reported', async () => {
    const world = await openWorld()
    const worker = startProcess(world, { env: { LOG_LEVEL: 'debug' } })
    await untilReady(worker)
    await world.say(buildTargetReport({ ...world.office, reportedBy: '秘密之名', content: { note: '不可外传' } }))
    await world.sendRaw(world.target, { key: 'x', value: '不可外传' })
    await world.applied(world.target, 2n)
    const log = JSON.stringify(worker.lines)
    expect(log).not.toContain('秘密之名')
    expect(log).not.toContain('不可外传')
  })
})
