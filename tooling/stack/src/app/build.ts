import path from 'node:path'
import { childEnvironment, REPOSITORY } from '../env'
import { withBuildLock } from '../process/lock'
import { run, tail } from '../process/run'
import { note } from '../progress'
import { Refusal } from '../refusal'

const turbo = path.join(REPOSITORY, 'node_modules', '.bin', 'turbo')

/** Lines of turbo and Next.js that say how far the build is. */
const TELLING =
  /(cache (hit|miss)|Creating an optimized|Compiled successfully|Running TypeScript|Collecting page data|Generating static)/

/** turbo's and Next's line without colours and turbo's package prefix. */
export function tellingPart(line: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  const plain = line.replace(/\u001b\[[0-9;]*m/g, '').replace(/, (replaying|executing|suppressing).*$/, '')
  return TELLING.test(plain) ? plain.trim() : undefined
}

/** Runs turbo tasks; what was built from the same files before is not built again. */
async function turboRun(part: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const began = Date.now()
  let said = began
  const alive = setInterval(() => {
    if (Date.now() - said > 12_000) note(part, `  … ${Math.round((Date.now() - began) / 1000)} s`)
  }, 15_000)
  try {
    const { code, output } = await run(turbo, ['run', ...args], {
      cwd: REPOSITORY,
      signal,
      env: childEnvironment({ FORCE_COLOR: '0' }),
      onLine: (line) => {
        const telling = tellingPart(line)
        if (telling === undefined) return
        said = Date.now()
        note(part, `  ${telling}`)
      },
    })
    if (code !== 0) throw new Refusal(`构建失败 (turbo run ${args.join(' ')} failed):\n${tail(output, 40)}`)
  } finally {
    clearInterval(alive)
  }
}

/** The production build of web and worker; of the watched ones only the generated code. */
export const buildApps = (watch: boolean, signal: AbortSignal): Promise<void> => {
  const args = watch ? ['generate'] : ['build', '--filter=@lianxi/web', '--filter=@lianxi/worker']
  return withBuildLock(() => turboRun('构建', args, signal))
}
