import { Overview } from '@lianxi/schema/views/overview'
import { BoardEvents } from './board-events'
import type { readSystem } from './copy'
import { OpenBoard } from './open-board'
import { HttpSession } from './http-session'
import { OfficeDesk } from './office-desk'
import { spread, type Spread } from './percentile'

type System = ReturnType<typeof readSystem>
type Key = Awaited<ReturnType<OfficeDesk['correctable']>>[number]
type Sample = { answeredMs: number; noticedMs: number; fetchedMs: number; visibleMs: number }
export type LatencyFigures = Record<'answered' | 'noticed' | 'fetched' | 'visible', Spread>
type Watchers = { secretariat: HttpSession; events: BoardEvents; board: OpenBoard }

const ZONE = 'Z-PX'
const LOST_AFTER_MS = 30_000
const WARM_UP = 5

/**
 * 通过 pressed in one session → seen by another, over outbox, Kafka and worker, one report at a time as a person
 * presses. `answered`: the approver has the answer; `noticed`: a session of the secretariat hears of it over SSE;
 * `fetched`: the board's query of that session, asked because of it, has the new revision; `visible`: a browser that
 * shows the board has drawn it, without reloading.
 */
export async function measureLatency(system: System, reports: number): Promise<LatencyFigures> {
  const secretariat = await signInAs(system, ({ role }) => role === 'secretariat')
  const turns = await findTurns(await openDesks(system))
  const period = turns[0]?.key.period
  if (period === undefined) throw new Error(`${system.web.url} has nothing reported that could be corrected`)
  const board = await OpenBoard.open(secretariat, period)
  const events = await BoardEvents.open(secretariat, ZONE)
  const samples: Sample[] = []
  try {
    for (let round = -WARM_UP; round < reports; round += 1) {
      const turn = turns[(round + WARM_UP) % turns.length]
      if (turn === undefined) throw new Error('no turn')
      const sample = await approveAndWatch(turn.desk, turn.key, { secretariat, events, board })
      if (round >= 0) samples.push(sample)
      if (round > 0 && round % 20 === 0) process.stderr.write(`  ${round} of ${reports}\n`)
    }
  } finally {
    events.close()
    await board.close()
  }
  const of = (figure: keyof Sample) => spread(samples.map((sample) => sample[figure]))
  return { answered: of('answeredMs'), noticed: of('noticedMs'), fetched: of('fetchedMs'), visible: of('visibleMs') }
}

type Turn = { desk: OfficeDesk; key: Key }

/** Up to six subjects of each office, in turn, so that the load is spread as it is among offices. */
async function findTurns(desks: readonly OfficeDesk[]): Promise<Turn[]> {
  const each = await Promise.all(
    desks.map(async (desk) => (await desk.correctable()).slice(0, 6).map((key) => ({ desk, key }))),
  )
  return each.flat()
}

async function approveAndWatch(desk: OfficeDesk, key: Key, { secretariat, events, board }: Watchers): Promise<Sample> {
  const { report: submitted, name, regionShortName } = await desk.submitCorrection(key)
  const texts = [name, regionShortName, `第 ${submitted.revision} 次报送`]
  let seen = events.seen
  const drawn = board.shows(texts, LOST_AFTER_MS)
  const pressedAt = Date.now()
  const answered = desk.approve(key, submitted).then(() => Date.now())
  await events.next(seen, LOST_AFTER_MS)
  const noticedAt = Date.now()
  seen = events.seen
  while (!(await shows(secretariat, key, submitted.revision))) {
    await events.next(seen, LOST_AFTER_MS)
    seen = events.seen
  }
  const fetchedAt = Date.now()
  const since = (moment: number) => moment - pressedAt
  return {
    answeredMs: since(await answered),
    noticedMs: since(noticedAt),
    fetchedMs: since(fetchedAt),
    visibleMs: since(await drawn),
  }
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
