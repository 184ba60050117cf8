import { setTimeout as pause } from 'node:timers/promises'
import { withAdmin } from '@lianxi/broker/client'
import pg from 'pg'
import { check, type Verdict } from './checker/check'
import { DirectDriver } from './drive/direct-driver'
import { runFaults } from './drive/faults'
import { Ledger } from './drive/ledger'
import { Observer } from './drive/observer'
import { Office } from './drive/office'
import { RegionProducer } from './kafka/region-producer'
import { DirectStream } from './plan/direct-stream'
import { drawSchedule, fingerprint, type Fault } from './plan/schedule'
import { REGIONS } from './plan/world'
import type { Figures } from './report'
import { startSystem, type System } from './system/system'
import { until } from './system/wait'

export type RunOptions = {
  seed: string
  kills: number
  events: number
  /** Minutes after which no further fault hits. */
  minutes: number
  signal: AbortSignal
  say: (line: string) => void
}

/** One report over the web for so many direct ones, and no fewer than this an office. */
const DIRECT_FOR_ONE_WEB = 100
const LEAST_WEB = 8
const DRAIN_MS = 600_000

/** Starts the system, drives it while the faults hit, waits until all is applied, and lets the checker judge. */
export async function run(options: RunOptions): Promise<Figures> {
  const began = Date.now()
  const schedule = drawSchedule(options.seed, options)
  options.say(
    `seed ${options.seed}, schedule ${fingerprint(schedule)}: ${options.kills} faults, ${options.events} events`,
  )
  const system = await startSystem(options.seed, options.signal)
  options.say('the system serves; traffic begins')
  try {
    const driven = await drive(system, schedule, options)
    options.say('every topic is read to its end; the checker looks')
    const verdict = await judge(system, driven.ledger)
    const streams = driven.drivers.map(({ stream }) => stream.fingerprint())
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
    return {
      seed: options.seed,
      schedule: fingerprint(schedule),
      traffic: fingerprint(streams),
      size: { kills: options.kills, events: options.events },
      seconds: Math.round((Date.now() - began) / 1000),
      verdict,
      survived: driven.survived,
      repeated: {
        repeatsSaid: driven.ledger.repeats.length,
        batchesAgain: sum(driven.producers.map(({ again }) => again)),
        callsAgain: sum(driven.offices.map(({ again }) => again)),
        ownEnds: sum([...system.parts.values()].map((part) => part.ownEnds())),
      },
    }
  } finally {
    await system.end()
  }
}

function openDrivers({ brokers, users }: System, { seed, events }: RunOptions, ledger: Ledger) {
  const total = Math.ceil(events / REGIONS.length)
  return REGIONS.map(({ code, direct }) => {
    const user = `region-${code}-a`
    const stream = new DirectStream(seed, code, direct, total)
    const login = { brokers, user, password: users[user] ?? '' }
    const producer = new RegionProducer(login, stream.topic, ledger.signal)
    return { producer, driver: new DirectDriver(stream, producer, ledger) }
  })
}

async function drive(system: System, schedule: readonly Fault[], options: RunOptions) {
  const failed = new AbortController() // one driver's failure ends the others, and is what the person is told
  const signal = AbortSignal.any([options.signal, failed.signal])
  const ledger = new Ledger(Math.ceil(options.events / REGIONS.length) * REGIONS.length, signal)
  const observer = new Observer(system.database)
  const lanes = openDrivers(system, options, ledger)
  const drivers = lanes.map(({ driver }) => driver)
  const reports = Math.max(LEAST_WEB, Math.ceil(options.events / DIRECT_FOR_ONE_WEB / REGIONS.length))
  const desk = { url: system.web, password: system.password, ledger, seed: options.seed, reports }
  const offices = await Promise.all(REGIONS.map((region) => Office.open(region, desk)))
  const watching = watch(observer, ledger)
  const probes = ({ probe }: Fault) => {
    const office = offices[probe % offices.length]
    return [...drivers.map((driver) => driver.probe()), ...(office === undefined ? [] : [office.probe()])]
  }
  const hits = async () => {
    const lastHitBy = Date.now() + options.minutes * 60_000
    const survived = await runFaults({
      faults: schedule,
      parts: system.parts,
      ledger,
      observer,
      lastHitBy,
      probes,
      say: options.say,
    })
    ledger.released = 1
    ledger.closing = true
    return survived
  }
  const web = offices.map((office) => office.run())
  const everything = [hits(), ...drivers.map((driver) => driver.run()), ...web] as const
  try {
    for (const work of everything) work.catch(() => failed.abort())
    const [survived] = await Promise.all(everything)
    await drain(system, observer, signal)
    return { survived, ledger, drivers, offices, producers: lanes.map(({ producer }) => producer) }
  } finally {
    failed.abort()
    await Promise.allSettled(everything)
    await watching
    await observer.close()
  }
}

/** Tells the drivers how far the board is, so that they do not run ahead of it. */
async function watch(observer: Observer, ledger: Ledger): Promise<void> {
  while (!ledger.signal.aborted) {
    ledger.applied = (await observer.applied()) ?? ledger.applied
    await pause(100)
  }
}

/** Where the broker says each of our topics ends; undefined while it does not answer. */
async function findEnds({ admin }: System): Promise<Map<string, number> | undefined> {
  try {
    return await withAdmin(admin, async (client) => {
      const topics = (await client.listTopics()).filter((topic) => topic.startsWith('lianxi.'))
      const ends = await Promise.all(
        topics.map(async (topic) => [topic, Number((await client.fetchTopicOffsets(topic))[0]?.high ?? 0)] as const),
      )
      return new Map(ends)
    })
  } catch {
    return undefined // it is asked again
  }
}

async function drain(system: System, observer: Observer, signal: AbortSignal): Promise<void> {
  const drained = async () => {
    const ends = await findEnds(system)
    return ends !== undefined && (await observer.isDrained(ends))
  }
  await until('every topic read to its end', drained, { timeoutMs: DRAIN_MS, everyMs: 300, signal })
}

async function judge(system: System, ledger: Ledger): Promise<Verdict> {
  const ends = await findEnds(system)
  if (ends === undefined) throw new Error('the broker does not say where its topics end')
  const client = new pg.Client({ connectionString: system.database })
  await client.connect()
  try {
    return await check(client, ledger, ends)
  } finally {
    await client.end()
  }
}
