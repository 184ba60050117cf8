import { statfsSync } from 'node:fs'
import { Refusal } from './refusal'

/** Below this PostgreSQL and Kafka stop in the middle of a write; better not to begin. */
const NEEDED_MEGABYTES = 600

export function requireDiskSpace(folder: string): void {
  const disk = statfsSync(folder)
  const free = Math.floor((disk.bavail * disk.bsize) / 1_000_000)
  if (free >= NEEDED_MEGABYTES) return
  throw new Refusal(
    `磁盘空间不足：${folder} 所在磁盘仅剩 ${free} MB，至少需要 ${NEEDED_MEGABYTES} MB。` +
      `\nDisk full: ${free} MB left at ${folder}, ${NEEDED_MEGABYTES} MB needed. Free some space or set LIANXI_HOME.`,
  )
}
