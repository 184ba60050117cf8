import { setTimeout as delay } from 'node:timers/promises'
import { applyChunk } from '@lianxi/db/apply/apply-chunk'
import type { IncomingMessage } from '@lianxi/db/apply/incoming'
import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { type PendingEvent, publishPending, type SendResult } from '@lianxi/db/outbox/relay-store'
import type { createPool } from '@lianxi/db/pool'

type Pool = ReturnType<typeof createPool>

/**
 * Carries the outbox into the worker's write path within this process, topic by topic with offsets from 0. The path
 * over the broker has suites of its own, and the demo's topics belong to a whole system, not to a test.
 * @returns how to stop
 */
export function carryOutbox(pool: Pool): () => Promise<void> {
  const log = new Map<string, bigint>()
  let stopped = false
  const loop = async () => {
    while (!stopped) {
      const read = await publishPending(pool, { limit: 2_000, resting: [], send: (rows) => applyRows(pool, log, rows) })
      if (read === 0 && (await runJudgeStep(pool)).kind === 'idle') await delay(20)
    }
  }
  const running = loop()
  return async () => {
    stopped = true
    await running
  }
}

async function applyRows(pool: Pool, log: Map<string, bigint>, rows: readonly PendingEvent[]): Promise<SendResult[]> {
  const results: SendResult[] = []
  for (const topic of new Set(rows.map((row) => row.topic))) {
    const own = rows.filter((row) => row.topic === topic)
    const first = log.get(topic) ?? 0n
    const messages = own.map((row, index) => messageOf(row, first + BigInt(index)))
    const highWatermark = first + BigInt(own.length)
    const result = await applyChunk(pool, { topic, partition: 0, messages, highWatermark, acceptGap: false })
    if (result.kind !== 'applied') throw new Error(`${topic}: ${result.kind}`)
    log.set(topic, highWatermark)
    results.push({ published: own.map(({ id }) => id), refused: [] })
  }
  return results
}

const messageOf = ({ key, headers, value }: PendingEvent, offset: bigint): IncomingMessage => ({
  offset,
  key: Buffer.from(key),
  value: Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  appendedAt: new Date(),
})
