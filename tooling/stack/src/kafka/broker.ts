import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { note } from '../progress'
import { paths } from '../paths'
import { findRunning, stopRunning, writePidFile } from '../process/pid-file'
import { run, tail } from '../process/run'
import { Refusal } from '../refusal'
import { waitFor } from '../wait-for'
import { canSignIn, type Login } from '@lianxi/broker/client'
import { serverProperties, type BrokerSettings } from './properties'

const files = {
  pid: path.join(paths.run, 'kafka.json'),
  properties: path.join(paths.kafka, 'server.properties'),
  formatting: path.join(paths.kafka, 'format.properties'),
  draft: path.join(paths.kafka, 'data.formatting'),
  log: path.join(paths.logs, 'kafka.log'),
} as const

/** Compiling only quickly and collecting on one thread: up in 2 s on two cores. The image does not use these. */
const FAST_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']

/**
 * A batch that unpacks to 200 MB fits; what claims more fails alone. Without ExitOnOutOfMemoryError: 28 bytes that claim
 * to be a record of 700 MB would end the broker (docs/adr/0017), while the broker itself takes that error for the
 * request's and goes on.
 */
const HEAP = ['-Xms256m', '-Xmx1g']

export const brokerPid = (): number | undefined => findRunning(files.pid)

/**
 * Writes cluster id and the admin to the data folder, once; other users are provisioned. Formatted aside and renamed, so a killed attempt leaves
 * nothing that looks finished.
 */
export async function formatData(java: string, jars: string, settings: BrokerSettings): Promise<void> {
  if (existsSync(path.join(paths.kafkaData, 'meta.properties'))) return
  for (const left of [files.draft, paths.kafkaData]) rmSync(left, { recursive: true, force: true })
  const classpath = path.join(jars, '*')
  const id = await run(java, [...FAST_START, '-cp', classpath, 'kafka.tools.StorageTool', 'random-uuid'])
  writeFileSync(files.formatting, serverProperties({ ...settings, data: files.draft }), { mode: 0o600 })
  const scram = ['--add-scram', `SCRAM-SHA-512=[name=admin,iterations=8192,password=${settings.adminPassword}]`]
  const format = ['kafka.tools.StorageTool', 'format', '-t', tail(id.output, 1), '-c', files.formatting, ...scram]
  const formatted = await run(java, [...FAST_START, '-cp', classpath, ...format])
  rmSync(files.formatting, { force: true })
  if (formatted.code !== 0) throw new Refusal(`Kafka 初始化失败 (format failed):\n${tail(formatted.output, 6)}`)
  renameSync(files.draft, paths.kafkaData)
}

/** Starts the broker detached from us, in a session of its own; its output goes to a log file. */
function launch(java: string, jars: string, settings: BrokerSettings): void {
  writeFileSync(files.properties, serverProperties(settings), { mode: 0o600 })
  const log = openSync(files.log, 'w')
  const logging = `-Dlog4j2.configurationFile=${path.join(paths.infraKafka, 'log4j2.properties')}`
  const child = spawn(
    java,
    [...HEAP, ...FAST_START, logging, '-cp', path.join(jars, '*'), 'kafka.Kafka', files.properties],
    {
      cwd: paths.kafka,
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  if (child.pid === undefined) throw new Error('Java was there a moment ago, and now it does not start')
  writePidFile(files.pid, child.pid)
  child.unref()
}

/** Starts the broker and waits until its admin can sign in. A process that never answers is ended, not left behind. */
export async function startBroker(java: string, jars: string, settings: BrokerSettings, admin: Login): Promise<void> {
  launch(java, jars, settings)
  const up = await waitFor(
    async () => {
      if (brokerPid() === undefined) return 'ended'
      return (await canSignIn(admin)) ? 'up' : undefined
    },
    { timeoutMs: 90_000, everyMs: 200 },
  )
  if (up === 'up') return
  await stopBroker()
  const said = tail(readFileSync(files.log, 'utf8'), 8)
  throw new Refusal(`Kafka 无法启动 (could not start); ${files.log}:\n${said}`)
}

/** SIGTERM makes the broker close its logs cleanly (about a second); after 20 s it is killed and recovers next time. */
export async function stopBroker(): Promise<boolean> {
  const stopped = await stopRunning(files.pid, { graceMs: 20_000 })
  if (stopped) note('Kafka', '✓ 已停止 stopped')
  return stopped
}
