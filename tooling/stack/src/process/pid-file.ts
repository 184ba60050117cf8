import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { waitFor } from '../wait-for'

/** A pid alone can belong to a stranger after a reboot; together with the moment it began it names one process. */
const Mark = z.object({ pid: z.number().int().positive(), began: z.string().min(1) })
type Mark = z.infer<typeof Mark>

/** When the process began, in the system's own words; undefined if there is none or it is only waiting to be reaped. */
function findBeginning(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = `/proc/${pid}/stat`
    if (!existsSync(stat)) return undefined
    // The command name in parentheses may hold spaces: fields are counted after it.
    const fields = readFileSync(stat, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined // ps exits with 1 when there is no such process
  }
}

export function writePidFile(file: string, pid: number): void {
  const began = findBeginning(pid)
  if (began !== undefined) writeFileSync(file, JSON.stringify({ pid, began } satisfies Mark))
}

/** The pid written in the file if that very process still runs. */
export function findRunning(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // killed while writing it: the file says nothing
  }
  const mark = Mark.safeParse(json)
  if (!mark.success) return undefined
  return findBeginning(mark.data.pid) === mark.data.began ? mark.data.pid : undefined
}

function signal(pid: number, name: NodeJS.Signals, group: boolean): void {
  try {
    process.kill(group ? -pid : pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Asks the process (or its whole group) to end, insists after `graceMs`, and forgets the file. */
export async function stopRunning(file: string, options: { graceMs: number; group?: boolean }): Promise<boolean> {
  const pid = findRunning(file)
  if (pid === undefined) {
    rmSync(file, { force: true })
    return false
  }
  const gone = () => (findRunning(file) === undefined ? true : undefined)
  signal(pid, 'SIGTERM', options.group ?? false)
  if ((await waitFor(gone, { timeoutMs: options.graceMs, everyMs: 50 })) === undefined) {
    signal(pid, 'SIGKILL', options.group ?? false)
    await waitFor(gone, { timeoutMs: 5_000, everyMs: 50 })
  }
  rmSync(file, { force: true })
  return true
}
