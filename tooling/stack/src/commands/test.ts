import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HOME, REPOSITORY } from '../env'
import { makeFolders, paths } from '../paths'
import { takePidFile } from '../process/lock'
import { listenForStop, stopSignal } from '../process/stop-signal'
import { note, say } from '../progress'
import { Refusal } from '../refusal'
import { StackFile } from '../stack-file'
import { runChaos } from '../suites/run-chaos'
import { runSuite, runVisibly, type Suite, TURBO } from '../suites/run-suite'
import { add, nothing, summaryLine, type Tally } from '../suites/tally'

/** The suites' own services, apart from a developer's running stack. */
const TEST_HOME = path.join(HOME, 'test')

/** Addresses of other systems must not leak into the tests: they would be used as they are. */
const NO_FOREIGN_SERVICES = { DATABASE_URL: '', WORKER_DATABASE_URL: '', MIGRATOR_URL: '', KAFKA_BROKERS: '' }

const OWN_STACK = { ...NO_FOREIGN_SERVICES, LIANXI_HOME: TEST_HOME, LIANXI_MODE: 'test', PORT: '' }

const stackCommand = (name: 'up' | 'reset'): Promise<number> =>
  runVisibly(process.execPath, ['--import', 'tsx', path.join('tooling', 'stack', 'src', 'main.ts'), name], OWN_STACK)

/** What the suites read (packages/testkit): a superuser of PostgreSQL, the broker with its users, the whole file. */
function addressesForSuites(): Record<string, string> {
  const file = path.join(TEST_HOME, 'stack.json')
  const { kafka, postgres } = StackFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const admin = postgres?.urls.admin
  if (kafka === undefined || admin === undefined) throw new Error(`${file} does not say where the services are`)
  return {
    LIANXI_TEST_POSTGRES_URL: admin,
    LIANXI_TEST_KAFKA: JSON.stringify({ brokers: kafka.brokers, users: kafka.users }),
    LIANXI_STACK_FILE: file,
  }
}

const asOne = (code: number): Tally => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })

async function timed(name: string, work: () => Promise<Tally>, results: Map<string, Tally>): Promise<void> {
  if (stopSignal.aborted) return
  const began = Date.now()
  note('test', `… ${name}`)
  const tally = await work()
  results.set(name, tally)
  const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} SKIPPED`
  const mark = tally.failed === 0 ? '✓' : '✗'
  note('test', `${mark} ${name}: ${summaryLine(tally)}${skipped}  (${Math.round((Date.now() - began) / 1000)} s)`)
}

/** In the order in which the sum is told. */
const SUITES = ['check', 'unit', 'int', 'stream', 'e2e', 'chaos'] as const

/**
 * Two rows of about the same length beside each other. check needs no service and is followed by the build and the
 * browser's tests, which take longest; stream and int share one PostgreSQL and one Kafka that exist only for them, and
 * chaos, with a system of its own like the browser's tests, uses the same build.
 */
async function runAll(results: Map<string, Tally>): Promise<void> {
  // Once, before anybody reads it: two suites that make it at the same time take it away from each other.
  await runVisibly(TURBO, ['run', 'generate', '--output-logs=errors-only'], {})
  const up = stackCommand('reset').then((code) => (code === 0 ? stackCommand('up') : code))
  const suite = (name: Suite, env: Record<string, string>) => timed(name, () => runSuite(name, env), results)
  const withServices = async (name: Suite) => {
    if ((await up) === 0) return suite(name, { ...NO_FOREIGN_SERVICES, ...addressesForSuites(), NODE_ENV: 'test' })
    results.set('stack', { passed: 0, failed: 1, skipped: 0 })
  }
  const build = async () => {
    if (!stopSignal.aborted) await runVisibly('npm', ['run', '--silent', 'build'], {})
  }
  const check = async () => asOne(await runVisibly('npm', ['run', '--silent', 'check'], {}))
  const built = timed('check', check, results).then(build)
  const inBrowser = async () => {
    await built
    await withServices('e2e')
  }
  const onServices = async () => {
    await withServices('stream')
    await suite('unit', {})
    await withServices('int')
    await built
    await timed('chaos', () => runChaos(TEST_HOME, NO_FOREIGN_SERVICES), results)
  }
  await Promise.all([inBrowser(), onServices()])
}

/** `npm test`: everything that proves it. Its last line is the sum; whatever happens, its services are stopped. */
export async function test(): Promise<void> {
  makeFolders()
  mkdirSync(TEST_HOME, { recursive: true })
  if (!takePidFile(path.join(paths.run, 'test.json'))) {
    throw new Refusal(`另一次 npm test 正在运行。\nAnother npm test is running in ${REPOSITORY}.`)
  }
  listenForStop()
  const results = new Map<string, Tally>()
  try {
    await runAll(results)
  } finally {
    await stackCommand('reset')
  }
  const sum = [...results.values()].reduce(add, nothing)
  if (stopSignal.aborted) sum.failed += 1
  const told = ['stack', ...SUITES] as const
  for (const name of told) for (const fault of results.get(name)?.faults ?? []) say(`✗ ${name}: ${fault}`)
  for (const name of told) {
    const tally = results.get(name)
    if (tally !== undefined) say(`${name.padEnd(8)}${summaryLine(tally)}`)
  }
  say(summaryLine(sum))
  if (sum.failed > 0) process.exitCode = 1
}
