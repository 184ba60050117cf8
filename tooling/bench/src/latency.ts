import { performance } from 'node:perf_hooks'
import { Overview } from '@lianxi/schema/views/overview'
import { BoardEvents } from './board-events'
import type { readSystem } from './copy'
import { HttpSession } from './http-session'
import { OfficeDesk } from './office-desk'
import { spread, type Spread } from './percentile'

type System = ReturnType<typeof readSystem>
type Key = Awaited<ReturnType<OfficeDesk['correctable']>>[number]
type Sample = { answeredMs: number; noticedMs: number; visibleMs: number }
export type LatencyFigures = { reports: number; answered: Spread; noticed: Spread; visible: Spread }

const ZONE = 'Z-PX'
const LOST_AFTER_MS = 30_000

/**
 * 通过 pressed in one session → on the open board of another, over outbox, Kafka and worker. `answered`: the approver
 * has the answer; `noticed`: the board heard of a change over SSE; `visible`: the board's own query, asked because of
 * it, shows the new revision. One report at a time, as a person presses.
 */
export async function measureLatency(system: System, reports: number): Promise<LatencyFigures> {
  const url = system.web.url
  const secretariat = await signInAs(system, ({ role }) => role === 'secretariat')
  const desks = await openDesks(system)
  const work = await Promise.all(
    desks.map(async (desk) => (await desk.correctable()).slice(0, 6).map((key) => ({ desk, key }))),
  )
  const turns = work.flat()
  if (turns.length === 0) throw new Error(`${url} has nothing reported that could be corrected`)
  const events = await BoardEvents.open(secretariat, ZONE)
  const samples: Sample[] = []
  try {
    for (let done = -5; done < reports; done += 1) {
      const turn = turns[(done + turns.length) % turns.length]
      if (turn === undefined) throw new Error('no turn')
      const sample = await approveAndWatch(turn.desk, turn.key, secretariat, events)
      if (done >= 0) samples.push(sample)
      if (done > 0 && done % 20 === 0) process.stderr.write(`  ${done} of ${reports}\n`)
    }
  } finally {
    events.close()
  }
  const of = (figure: keyof Sample) => spread(samples.map((sample) => sample[figure]))
  return { reports: samples.length, answered: of('answeredMs'), noticed: of('noticedMs'), visible: of('visibleMs') }
}

async function approveAndWatch(desk: OfficeDesk, key: Key, board: HttpSession, events: BoardEvents): Promise<Sample> {
  const submitted = await desk.submitCorrection(key)
  let seen = events.seen
  const pressedAt = performance.now()
  const answer = desk.approve(key, submitted).then((report) => ({ report, at: performance.now() }))
  const noticedAt = await events.next(seen, LOST_AFTER_MS)
  const { report, at: answeredAt } = await answer
  const passed = () => performance.now() - pressedAt
  seen = events.seen
  while (!(await shows(board, key, report.revision))) {
    await events.next(seen, LOST_AFTER_MS - passed())
    seen = events.seen
  }
  return { answeredMs: answeredAt - pressedAt, noticedMs: noticedAt - pressedAt, visibleMs: passed() }
}

/** Whether the board's first screen shows this revision among its latest reports. */
async function shows(board: HttpSession, key: Key, revision: number): Promise<boolean> {
  const overview = await board.query('board.overview', { zone: ZONE, period: key.period }, Overview)
  return overview.recent.some(
    (line) => line.subject === key.subject && line.region.code === key.region && line.revision === revision,
  )
}

function signInAs(system: System, wanted: (account: System['accounts'][number]) => boolean): Promise<HttpSession> {
  const account = system.accounts.find(wanted)
  if (account === undefined) throw new Error('stack.json names no such demo account')
  return HttpSession.signIn(system.web.url, account.user, account.password)
}

async function openDesks(system: System): Promise<OfficeDesk[]> {
  const regions = new Set(system.accounts.filter(({ role }) => role === 'reporter').map(({ region }) => region))
  const named = [...regions].filter((region) => region !== null)
  return Promise.all(
    named.map(async (region) => {
      const reporter = await signInAs(system, (account) => account.role === 'reporter' && account.region === region)
      const approver = await signInAs(system, (account) => account.role === 'approver' && account.region === region)
      return new OfficeDesk(ZONE, region, reporter, approver)
    }),
  )
}
