import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { processEnvironment } from '@lianxi/testkit/kafka/env'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))
const CACHE = path.join(REPOSITORY, '.lianxi', 'cache')
export const EXAMPLES = path.join(REPOSITORY, 'docs', 'guide', 'examples')
/** The oldest the guide allows: its wheel brings librdkafka 2.6.1. */
const CLIENT = 'confluent-kafka==2.6.1'
const run = promisify(execFile)

export type Ran = { code: number; out: string; err: string }

/** As a shell tells of a program that was ended from outside. */
const ENDED = 137

/**
 * Runs a program of the guide as its reader would, in a terminal that knows Chinese; a failing exit is an answer. `env`
 * is all else it is told. A program that would go on trying is ended as soon as it has said `enough`.
 */
export async function runExample(
  program: string,
  args: string[],
  env: Record<string, string>,
  enough?: RegExp,
): Promise<Ran> {
  try {
    const told = processEnvironment({ ...env, LC_ALL: 'C.UTF-8' })
    const running = run(program, args, { cwd: EXAMPLES, env: told })
    let said = ''
    running.child.stderr?.on('data', (words: string) => {
      said += words
      if (enough?.test(said) === true) running.child.kill('SIGKILL') // asked politely, kcat waits to the end of its patience
    })
    const { stdout, stderr } = await running
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error
    if (typeof error.code !== 'number' && error.code !== null) throw missing(program, error)
    return { code: error.code ?? ENDED, out: String(error.stdout), err: String(error.stderr) }
  }
}

const missing = (what: string, cause: unknown) =>
  new Error(
    `${what} is needed to try the guide's examples: apt-get install kcat jq python3-venv openjdk-17-jdk-headless`,
    { cause },
  )

/** Python with the client the guide names, installed from PyPI once a checkout. */
export async function pythonWithClient(): Promise<string> {
  const folder = path.join(CACHE, CLIENT.replaceAll('=', '-'))
  const python = path.join(folder, 'bin', 'python')
  const mark = path.join(folder, 'complete')
  if (existsSync(mark)) return python
  rmSync(folder, { recursive: true, force: true })
  try {
    await run('python3', ['-m', 'venv', folder])
  } catch (error) {
    throw missing('python3 with venv', error)
  }
  await run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--only-binary',
    ':all:',
    CLIENT,
  ])
  mkdirSync(mark)
  return python
}

/**
 * Where Debian's kcat finds a librdkafka the broker lets in: the one inside the Python client, as the guide says. The
 * one Debian 12 brings repeats the client's nonce in SCRAM's last message and is refused with the right password.
 */
export function librdkafkaOf(python: string): string {
  const folder = path.resolve(python, '../../lib-for-kcat')
  const packages = path.resolve(python, '../../lib')
  const wheel = readdirSync(packages, { recursive: true, encoding: 'utf8' }).find((name) =>
    /librdkafka-[^/]*\.so/.test(name),
  )
  if (wheel === undefined) throw new Error(`no librdkafka in ${packages}`)
  mkdirSync(folder, { recursive: true })
  const link = path.join(folder, 'librdkafka.so.1')
  if (!existsSync(link)) symlinkSync(path.join(packages, wheel), link)
  return folder
}

/** The broker's own jars hold the Java client and the JSON library the example uses. */
export function kafkaJars(): string {
  const folders = existsSync(CACHE) ? readdirSync(CACHE).filter((name) => name.startsWith('kafka-')) : []
  const jars = folders
    .map((name) => path.join(CACHE, name))
    .find((folder) => readdirSync(folder).some((name) => name.startsWith('kafka-clients-')))
  if (jars === undefined) throw new Error(`no Kafka jars under ${CACHE}: npm run stack:up fetches them`)
  return path.join(jars, '*')
}
