import { startTelemetry } from '@lianxi/telemetry/start'
import { createWorker } from './deps'
import { readEnv, type Env } from './env'
import { createLogger } from './logger'
import { WrongSetup } from './start-check'

const env = readEnvOrExit()
const log = createLogger(env.LOG_LEVEL)

/** A drain that hangs must not keep the process: the supervisor waits for its end. */
const DRAIN_MS = 15_000

let ending = false
let sendLastSpans = () => Promise.resolve()
const worker = createWorker(env, log, (error) => {
  log.fatal({ err: error }, 'a part of the worker cannot go on')
  end(1, 'crash')
})

function end(code: 0 | 1, why: string): void {
  if (ending) return
  ending = true
  log.info({ why, code }, 'worker stops')
  setTimeout(() => process.exit(1), DRAIN_MS).unref()
  drain().then(
    () => process.exit(code),
    (error: unknown) => {
      log.error({ err: error }, 'drain failed')
      process.exit(1)
    },
  )
}

async function drain(): Promise<void> {
  await worker.stop()
  // A collector that is away costs its spans, not the exit code.
  await sendLastSpans().catch((error: unknown) => log.warn({ err: error }, 'last spans not sent'))
}

async function begin(): Promise<void> {
  sendLastSpans = await startTelemetry('lianxi-worker')
  await worker.start()
}

process.once('SIGTERM', () => end(0, 'SIGTERM'))
process.once('SIGINT', () => end(0, 'SIGINT'))
process.on('unhandledRejection', (error) => {
  log.fatal({ err: error }, 'unhandled rejection')
  end(1, 'unhandled rejection')
})
begin().catch((error: unknown) => {
  if (error instanceof WrongSetup) log.fatal(error.message)
  else log.fatal({ err: error }, 'worker did not start')
  end(1, 'start failed')
})

/** A wrong environment is the operator's to mend: words and a failing exit, no stack trace. */
function readEnvOrExit(): Env {
  try {
    return readEnv()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
