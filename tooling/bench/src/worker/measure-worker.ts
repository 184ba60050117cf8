import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@lianxi/db/migrate/apply-migrations'
import { publish } from '../kafka/publish'
import { urlsOf, withDatabase } from './databases'
import { measureLimit, noting } from './limit'
import { measureNaive } from './naive'
import { planOf } from './plan'
import { buildWorker, withServices, type Services } from './services'
import { VOICES } from './setting'
import { runWorkers, type WorkerRun } from './worker-run'
import { reportsOf, workloadOf } from './workload'

/** `backlog`: one worker alone, for memory and flatness; without it also two workers and the two references. */
export type WorkerBenchOptions = { events: number; naiveEvents: number; backlog: boolean }
export type WorkerFigures = {
  events: number
  one: WorkerRun
  rest: { two: WorkerRun; limitSeconds: number; naiveSeconds: number } | undefined
}

const TEMPLATE = 'lianxi'
const say = (line: string) => process.stderr.write(`  ${line}\n`)

/** Everything on services of its own: the same events from the same topics and on the same PostgreSQL for each. */
export async function measureWorker(options: WorkerBenchOptions): Promise<WorkerFigures> {
  const entry = await buildWorker()
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-bench-copy-'))
  const copyFile = join(folder, 'events.tsv')
  try {
    return await withServices((services) => measureOn(services, entry, copyFile, options))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureOn(
  services: Services,
  entry: string,
  copyFile: string,
  { events: wanted, naiveEvents, backlog }: WorkerBenchOptions,
): Promise<WorkerFigures> {
  const { subjects, events } = workloadOf(wanted)
  await preparePlan(services, entry, subjects)
  say(`publishing ${events} reports of ${subjects} subjects a topic`)
  await publishReports(services, subjects, backlog ? undefined : copyFile)
  const run = (workers: number) => {
    say(`${workers} worker${workers === 1 ? '' : 's'}`)
    const database = { name: `bench_${workers}`, template: TEMPLATE }
    return withDatabase(services, database, (urls) => runWorkers({ services, urls, entry, workers, events }))
  }
  const one = await run(1)
  if (backlog) return { events, one, rest: undefined }
  const two = await run(2)
  say('the limit')
  const limitSeconds = await withDatabase(services, { name: 'bench_limit', template: 'template0' }, ({ admin }) =>
    measureLimit(admin, copyFile),
  )
  say('the naive one')
  const topics = VOICES.map(({ topic }) => topic)
  const naiveSeconds = await withDatabase(services, { name: 'bench_naive', template: TEMPLATE }, ({ migrator }) =>
    measureNaive(migrator, services.kafka, topics, naiveEvents),
  )
  return { events, one, rest: { two, limitSeconds, naiveSeconds } }
}

/** A migrated database that has read the plan: what every run begins with. */
async function preparePlan(services: Services, entry: string, subjects: number): Promise<void> {
  const urls = urlsOf(services, TEMPLATE)
  await applyMigrations({ url: urls.migrator })
  const facts = [...planOf(subjects)]
  say(`publishing and applying a plan of ${facts.length} events`)
  await publish(services.kafka, [facts])
  await runWorkers({ services, urls, entry, workers: 1, events: facts.length })
}

async function publishReports(services: Services, subjects: number, copyFile: string | undefined): Promise<void> {
  const streams = VOICES.map((voice) => reportsOf(voice, subjects))
  if (copyFile === undefined) return publish(services.kafka, streams)
  const file = openSync(copyFile, 'w')
  await publish(
    services.kafka,
    streams.map((stream) => noting(stream, file)),
  )
  closeSync(file)
}
