import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { childEnvironment, REPOSITORY } from '../env'
import { stopSignal } from '../process/stop-signal'
import { add, nothing, tallyOf, type Tally } from './tally'

export type Suite = 'unit' | 'int' | 'stream' | 'e2e'

/** Runs a program whose output the person sees as it comes. Resolves with its exit code. */
export function runVisibly(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      env: childEnvironment(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const end = () => child.kill('SIGTERM')
    stopSignal.addEventListener('abort', end)
    child.once('error', reject)
    child.once('close', (code) => {
      stopSignal.removeEventListener('abort', end)
      resolve(code ?? 1)
    })
  })
}

const Workspace = z.object({ scripts: z.record(z.string(), z.string()).default({}) })

const scriptsOf = (folder: string): Record<string, string> =>
  Workspace.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).scripts

/** Folders of the packages that have the suite. */
function foldersWith(suite: Suite): string[] {
  return ['apps', 'packages', 'tooling']
    .flatMap((group) => readdirSync(path.join(REPOSITORY, group)).map((name) => path.join(REPOSITORY, group, name)))
    .filter((folder) => existsSync(path.join(folder, 'package.json')))
    .filter((folder) => suite in scriptsOf(folder))
}

export const TURBO = path.join(REPOSITORY, 'node_modules', '.bin', 'turbo')

const REPORT = (suite: Suite): string => path.join('test-results', `${suite}.json`)

/**
 * Runs a suite in every package that has it and counts its tests from Vitest's own report. A package whose run failed
 * without a report counts as one failed: a suite that could not start must never look like one without tests.
 */
export async function runSuite(suite: Suite, env: Readonly<Record<string, string>>): Promise<Tally> {
  const reports = foldersWith(suite).map((folder) => path.join(folder, REPORT(suite)))
  for (const report of reports) rmSync(report, { force: true })
  // Only the suite: with a suite's options what comes before it would be made anew, under the hands of those beside it.
  // Without what it rests on Turborepo cannot tell whether it changed, so every suite is run.
  const own = suite === 'unit' ? ['--output-logs=new-only', '--force'] : ['--env-mode=loose', '--concurrency=1']
  const options = ['--only', ...own]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT(suite)}`]
  const code = await runVisibly(TURBO, ['run', suite, '--continue', ...options, '--', ...reporters], env)
  const written = reports.filter((report) => existsSync(report))
  const counted = written.map((report) => tallyOf(JSON.parse(readFileSync(report, 'utf8')))).reduce(add, nothing)
  const unexplained = code !== 0 && counted.failed === 0 ? 1 : 0
  const missing = reports.length - written.length
  return { ...counted, failed: counted.failed + Math.max(unexplained, missing) }
}
