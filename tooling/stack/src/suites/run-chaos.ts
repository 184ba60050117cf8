import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { runVisibly } from './run-suite'
import type { Tally } from './tally'

/** The parts of `npm run chaos -- --json FILE` that are counted. */
const Report = z.object({
  size: z.object({ kills: z.number() }),
  survived: z.array(z.unknown()),
  verdict: z.object({ checks: z.array(z.object({ findings: z.array(z.unknown()) })) }),
})

/** A fault that was survived passes, and so does each of the checker's questions that found nothing. */
export function tallyOfChaos(json: unknown, code: number): Tally {
  const { size, survived, verdict } = Report.parse(json)
  const clean = verdict.checks.filter(({ findings }) => findings.length === 0).length
  const failed = size.kills - survived.length + verdict.checks.length - clean
  return { passed: survived.length + clean, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: 0 }
}

/** Runs the smallest chaos on a system of its own; a run that ended without a report counts as one failed. */
export async function runChaos(folder: string, env: Readonly<Record<string, string>>): Promise<Tally> {
  const report = path.join(folder, 'chaos.json')
  rmSync(report, { force: true })
  const program = path.join('tooling', 'chaos', 'src', 'main.ts')
  const code = await runVisibly(process.execPath, ['--import', 'tsx', program, '--json', report], env)
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  return tallyOfChaos(JSON.parse(readFileSync(report, 'utf8')), code)
}
