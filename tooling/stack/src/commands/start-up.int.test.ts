import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { childEnvironment, environment, REPOSITORY } from '../env'
import type { StackFile } from '../stack-file'

let folder = ''
let home = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lianxi-start-up-'))
  chmodSync(folder, 0o755) // else a root's PostgreSQL, if one were started, would put its data elsewhere unseen
  home = path.join(folder, 'home')
})
afterEach(async () => {
  const left = processesOfHome()
  if (left.length > 0) await lianxi(['down']) // the test fails, but it must not leave a server behind
  rmSync(folder, { recursive: true, force: true })
  expect(left).toEqual([])
})

type Ended = { code: number | null; out: string; err: string }

/** What a person's shell might have set is emptied: it would change what is refused. */
const NOTHING_GIVEN = Object.fromEntries(
  ['LIANXI_MODE', 'HOST', 'WORKER_PORT', 'DATABASE_URL', 'KAFKA_BROKERS', 'JAVA_HOME'].map((name) => [name, '']),
)

/** Runs the real command to its end, in this checkout or another one. */
async function lianxi(args: readonly string[], env: Record<string, string> = {}, checkout = REPOSITORY) {
  const main = path.join('tooling', 'stack', 'src', 'main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: checkout,
    env: childEnvironment({ ...NOTHING_GIVEN, LIANXI_HOME: home, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 45_000, // a command that is not refused runs on: SIGTERM makes it stop what it started
  })
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
  await once(child, 'close')
  return { ...ended, code: child.exitCode }
}

/** A PATH with nothing but these programs. */
function pathWith(programs: Readonly<Record<string, string>>): string {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  for (const [name, target] of Object.entries(programs)) symlinkSync(target, path.join(bin, name))
  return bin
}

const findJavaHere = (): string =>
  environment.JAVA_HOME === undefined
    ? execFileSync('sh', ['-c', 'command -v java'], { encoding: 'utf8' }).trim()
    : path.join(environment.JAVA_HOME, 'bin', 'java')

/** The broker's jars belong to the checkout, not to LIANXI_HOME: only a checkout of its own has never downloaded them. */
function freshCheckout(): string {
  const checkout = path.join(folder, 'checkout')
  const stack = path.join('tooling', 'stack')
  for (const part of ['src', 'package.json'])
    cpSync(path.join(REPOSITORY, stack, part), path.join(checkout, stack, part), { recursive: true })
  for (const part of ['infra', 'node_modules']) symlinkSync(path.join(REPOSITORY, part), path.join(checkout, part))
  return checkout
}

/** PostgreSQL and the broker are named after their data folder; nothing else of a start outlives it. */
function processesOfHome(): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8', maxBuffer: 64_000_000 })
  return all.split('\n').filter((line) => line.includes(home))
}

/** No pid file, no lock, no data, no stack.json (so no port is promised to anyone): only empty folders may remain. */
function filesOfHome(): string[] {
  if (!existsSync(home)) return []
  const entries = readdirSync(home, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
}

/** A sentence in each language and no stack trace. */
function expectRefusal(ended: Ended, chinese: RegExp, english: RegExp): void {
  expect(ended.err).toMatch(chinese)
  expect(ended.err).toMatch(english)
  expect(ended.err).not.toMatch(/\n\s+at /)
  expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(2)
  expect(ended.code).toBe(1)
  expect(ended.out).not.toContain('启动') // no step had begun
  expect(filesOfHome()).toEqual([])
}

describe('a start this machine does not allow', () => {
  it('names the port another program holds', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    try {
      const address = other.address()
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a numeric port')
      const PORT = String(address.port)
      const ended = await lianxi(['start'], { PORT })
      expectRefusal(ended, new RegExp(`端口 ${PORT} 已被其他程序占用`), new RegExp(`Port ${PORT} is in use`))
    } finally {
      other.close()
    }
  })

  it('says which Java to install when there is none', async () => {
    const ended = await lianxi(['up'], { PATH: pathWith({ node: process.execPath }) })
    expectRefusal(ended, /需要 Java 17 .*未找到 Java.*请安装/, /needs Java 17 or newer: install a JRE/)
  })

  it('asks for Maven when the broker was never downloaded', async () => {
    const PATH = pathWith({ node: process.execPath, java: findJavaHere() })
    const checkout = freshCheckout()
    expectRefusal(
      await lianxi(['up'], { PATH }, checkout),
      /需要 Maven .*请安装/,
      /Maven, which was not found: install it/,
    )
    expect(existsSync(path.join(checkout, '.lianxi'))).toBe(false)
  })
})

describe('status where nothing runs', () => {
  it('says that nothing was ever started, and makes no folder for it', async () => {
    const { code, out } = await lianxi(['status'])
    expect(out).toBe(`未启动过 never started: ${home}\n`)
    expect(code).toBe(1)
    expect(existsSync(home)).toBe(false)
  })

  it('says of every part that it is stopped', async () => {
    const postgresPasswords = { admin: 'a', web_app: 'b', worker_app: 'c', migrator: 'd' }
    const local = { ports: {}, postgresPasswords, kafkaPasswords: {}, handedOut: [], authSecret: 'e', seeded: true }
    mkdirSync(home)
    writeFileSync(path.join(home, 'stack.json'), JSON.stringify({ accounts: [], local } satisfies StackFile))
    const { code, out } = await lianxi(['status'])
    const states = out.trimEnd().split('\n')
    expect(states.map((line) => line.trimEnd().split(/ {2,}/))).toEqual(
      ['PostgreSQL', 'Kafka', 'worker', 'web'].map((part) => [part, '未启动 stopped']),
    )
    expect(code).toBe(1)
    expect(filesOfHome()).toEqual(['stack.json'])
  })
})

describe('a command that does not exist', () => {
  it.each([['launch'], ['constructor'], []])('prints what there is instead (%s)', async (...args) => {
    const ended = await lianxi(args)
    expectRefusal(ended, /用法/, /usage: .*\bup\|down\|.*\|status$/m)
  })
})
