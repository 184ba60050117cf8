import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10

type Times = { parent: number; ownMs: number; withEndedChildrenMs: number }

/** /proc/PID/stat behind the command's name, which may hold spaces. */
function findTimes(pid: number): Times | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined // ended meanwhile; its parent has its time now
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15)
  const ownMs = (user + system) * TICK_MS
  return { parent, ownMs, withEndedChildrenMs: ownMs + (childrenUser + childrenSystem) * TICK_MS }
}

/** CPU time of one process, user and system. */
export const cpuMs = (pid: number): number => findTimes(pid)?.ownMs ?? 0

/** CPU time of a server and its children, the ended ones too. */
export function familyCpuMs(server: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => findTimes(Number(name)))
    .filter((times) => times?.parent === server)
  const living = children.reduce((sum, times) => sum + (times?.ownMs ?? 0), 0)
  return living + (findTimes(server)?.withEndedChildrenMs ?? 0)
}

/** Resident memory in MB: now, and the most there ever was. */
export function residentMb(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024)
  return { now: read('VmRSS'), peak: read('VmHWM') }
}
