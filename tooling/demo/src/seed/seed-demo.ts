import { writeDueEvents } from '@lianxi/db/calendar/write-due-events'
import { createPool } from '@lianxi/db/pool'
import { publishCatalogue } from '@lianxi/stack/catalogue/publish'
import type { Pool } from 'pg'
import { demoActs } from '../history/acts'
import { createPlay } from '../history/play'
import { DEMO_END, demoStops, type Stop } from '../history/stops'
import { readSubjects } from '../lists/subjects'
import { seedAccounts } from './accounts'
import { lastOutboxId, waitUntilApplied } from './applied'
import { moveDemoClock } from './demo-clock'
import { waitUntilJudged } from './judged'
import { isSeeded, lastMarkedStop, markSeeded } from './progress-mark'
import { listEvents, writeStop } from './write-stop'

export type SeedOptions = {
  /** Address of the database as its owner. */
  url: string
  mode: 'demo' | 'production' | 'test'
  /** Told as each stop is applied: `2023年二季度 10/19`. */
  say: (line: string) => void
  /** Tests seed a part: stops after this moment are left out, and the demo is not marked as seeded. */
  until?: Date
}

/**
 * Brings a fresh system to the demo's moment as if it had run since 2021: moves the demo's clock from stop to stop,
 * publishes what was done until then and waits until the worker has applied it. Killed half-way it goes on where it
 * stopped; a system that is seeded is left alone. Needs a running worker.
 * @returns false if there was nothing to do
 */
export async function seedDemo({ url, mode, say, until = DEMO_END }: SeedOptions): Promise<boolean> {
  if (mode === 'production') throw new Error('演示数据不能写入正式系统（LIANXI_MODE=production）')
  const pool = createPool(url, { max: 3, applicationName: 'lianxi-demo' })
  try {
    if (await isSeeded(pool)) return false
    await refuseForeignHistory(pool)
    await seedAccounts(url)
    await playStops(pool, say, until)
    if (until >= DEMO_END) await markSeeded(pool)
    return true
  } finally {
    await pool.end()
  }
}

/** Stamps only go forward: where something was applied without a demo clock, 2021 can no longer come before it. */
async function refuseForeignHistory(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ foreign: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM demo_clock) AND EXISTS (SELECT FROM chunk) AS foreign`,
  )
  if (rows[0]?.foreign === true) throw new Error('此数据库已有正式运行的数据，不能写入演示数据；请换一个空库或先重置')
}

async function playStops(pool: Pool, say: (line: string) => void, until: Date): Promise<void> {
  const subjects = readSubjects()
  const play = createPlay(subjects)
  const acts = demoActs(subjects)
  const done = await lastMarkedStop(pool)
  const stops = demoStops().filter(({ at }) => at <= until)
  let next = 0
  let since = '0'
  for (const [index, stop] of stops.entries()) {
    const first = next
    while (next < acts.length && (acts[next]?.at ?? stop.at) <= stop.at) next += 1
    const batch = play(acts.slice(first, next))
    if (index < done) continue // written before; replayed only to know the offices' state
    await moveDemoClock(pool, stop.at)
    if (index > done) {
      if (stop.does === 'catalogue') await publishCatalogue(pool)
      await writeDueEvents(pool)
      const lists = stop.does === 'lists' ? listEvents(stop.at.getUTCFullYear(), subjects) : []
      await writeStop(pool, { index, label: stop.label }, lists, batch)
    }
    const reached = await lastOutboxId(pool)
    await waitUntilApplied(pool, since)
    await waitUntilJudged(pool)
    since = reached
    if (isLastOfItsKind(stop, stops[index + 1])) say(progressOf(stop))
  }
}

const isLastOfItsKind = (stop: Stop, following: Stop | undefined): boolean => following?.label !== stop.label
const progressOf = ({ label, quarter, quarters }: Stop): string =>
  quarter === 0 ? label : `${label} ${quarter}/${quarters}`
