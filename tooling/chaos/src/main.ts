import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isPortFree } from '@lianxi/stack/ports'
import { liveIn } from './env'

const USAGE = `npm run chaos -- [--kills N] [--events N] [--seed S] [--minutes N] [--json FILE] [--full]
  default 6 faults over 6000 events; --full is 100 faults over 200000 events`

/** What a person types wrong is answered with the usage. */
function readArguments() {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string' },
      events: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'string' },
      full: { type: 'boolean', default: false },
    },
  })
  const number = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text))
  const kills = number(values.kills, values.full ? 100 : 6)
  const events = number(values.events, values.full ? 200_000 : 6_000)
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(events) || events < kills * 20)
    throw new Error('--kills is at least 1, --events at least 20 for each of them')
  return {
    kills,
    events,
    minutes: number(values.minutes, 180),
    seed: values.seed ?? randomBytes(4).toString('hex'),
    json: values.json,
  }
}

async function freePort(): Promise<number> {
  for (let port = 31_000 + Math.floor(Math.random() * 1_000); ; port += 1) if (await isPortFree(port)) return port
}

async function main(): Promise<void> {
  const { json, ...size } = readArguments()
  const home = mkdtempSync(join(tmpdir(), 'lianxi-chaos-'))
  chmodSync(home, 0o755) // root's PostgreSQL runs as another user; in a closed folder its data would lie elsewhere
  liveIn(home, await freePort())
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())
  const began = Date.now()
  const say = (line: string) =>
    process.stdout.write(`[${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s] ${line}\n`)
  const { run } = await import('./run') // after liveIn: what it loads reads the environment
  const { forMachines, isGood, sentences, tables } = await import('./report')
  try {
    const figures = await run({ ...size, signal: stopping.signal, say })
    process.stdout.write(`\n${tables(figures)}\n`)
    if (json !== undefined) writeFileSync(json, forMachines(figures))
    if (isGood(figures)) return rmSync(home, { recursive: true, force: true })
    process.stdout.write(`\n${sentences(figures.verdict).join('\n')}\n`)
  } catch (error) {
    if (stopping.signal.aborted) {
      rmSync(home, { recursive: true, force: true })
      process.stderr.write('stopped\n')
      process.exitCode = 130
      return
    }
    process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    if (error instanceof Error && error.cause instanceof Error) process.stderr.write(`cause: ${error.cause.message}\n`)
  }
  process.stderr.write(`kept for a look (data and logs): ${home} — replay with --seed ${size.seed}\n`)
  process.exitCode = 1
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`)
  process.exitCode = 1
}
