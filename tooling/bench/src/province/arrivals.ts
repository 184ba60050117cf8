import { setTimeout as sleep } from 'node:timers/promises'
import { applyChunk } from '@lianxi/db/apply/apply-chunk'
import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { createPool } from '@lianxi/db/pool'
import { createMessageLog } from '@lianxi/db/testing/message-log'
import { regionTopic } from '@lianxi/schema/topics'
import type { Pool } from 'pg'
import { reportOf } from './reports'
import { bodyOf, DAY, endOf, GROUPS, iso, LAST_QUARTER, NOW, QUARTERS, type Sample, samplesOf, ZONE } from './setting'

const AT_ONCE = 10
const EVERY_MS = 1_000

type Reported = { sample: Sample; region: string; event: string }
export type Arrivals<Result> = { result: Result; reports: number }

/** While `use` lasts, every second a region corrects ten of its projects' reports: applied and judged as a worker does. */
export async function whileReportsComeIn<Result>(url: string, use: () => Promise<Result>): Promise<Arrivals<Result>> {
  const worker = createPool(url, { max: 4 })
  try {
    const asked = use()
    let done = false
    const ended = () => (done = true)
    asked.then(ended, ended)
    let reports = 0
    for (let turn = 0; !done; turn += 1) {
      const next = performance.now() + EVERY_MS
      reports += await correct(worker, turn)
      await sleep(Math.max(0, next - performance.now()))
    }
    return { result: await asked, reports }
  } finally {
    await worker.end()
  }
}

/** One region's corrections, another region's each time; the copies' of a region that was corrected before. */
async function correct(worker: Pool, turn: number): Promise<number> {
  const group = GROUPS[turn % GROUPS.length]
  if (group === undefined) throw new Error('no regions')
  const [{ code: region }] = group.regions
  const log = createMessageLog()
  for (const { sample, event } of await reportedBy(worker, region, group)) {
    const wave = (NOW - endOf(LAST_QUARTER)) / DAY - 91 // a correction says so many days later that it was submitted
    const said = reportOf({ sample, region, quarter: LAST_QUARTER, wave, before: event })
    log.say(said, { zone: ZONE, source: bodyOf(region, 'project'), time: iso(NOW) })
  }
  const topic = regionTopic(region, 'project')
  const { messages, ...chunk } = log.chunk(topic)
  if (messages.length === 0) throw new Error(`${region} has reported nothing that could be corrected`)
  const from = await nextOffset(worker, topic)
  const result = await applyChunk(worker, {
    ...chunk,
    messages: messages.map((message) => ({ ...message, offset: message.offset + from })),
    highWatermark: chunk.highWatermark + from,
  })
  if (result.kind !== 'applied' || result.parked > 0) throw new Error(`${topic}: ${JSON.stringify(result)}`)
  while ((await runJudgeStep(worker)).kind === 'judged');
  return messages.length
}

/** Projects of the region of which the open quarter is reported and not yet corrected. */
async function reportedBy(worker: Pool, region: string, group: (typeof GROUPS)[number]): Promise<Reported[]> {
  const { rows } = await worker.query<{ subject: string; event: string }>(
    `SELECT subject, event_id AS event FROM progress
     WHERE zone = $1 AND region = $2 AND period = $3 AND kind = 'project' AND state = 'reported' AND revision = 1 AND NOT nil
     ORDER BY subject LIMIT $4`,
    [ZONE, region, QUARTERS[LAST_QUARTER], AT_ONCE],
  )
  return rows.flatMap(({ subject, event }) => {
    const nth = Number(subject.slice(-3))
    const sample = samplesOf({ group: 0, nth }, group).find(({ code }) => code === subject)
    return sample === undefined ? [] : [{ sample, region, event }]
  })
}

async function nextOffset(worker: Pool, topic: string): Promise<bigint> {
  const { rows } = await worker.query<{ next: string }>(
    'SELECT next_offset AS next FROM consumer_offset WHERE topic = $1 AND partition = 0',
    [topic],
  )
  return BigInt(rows[0]?.next ?? 0)
}
