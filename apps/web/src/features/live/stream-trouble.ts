import type { StreamState } from '@lianxi/schema/views/common'
import { SILENT_SECONDS } from '@lianxi/schema/views/worker-state'

/** From here on a queue is not a moment's wait but a stream that stands still. */
const STALE_SECONDS = 60
/** A worker that lives and has fetched nothing for this long gets nothing from Kafka. */
const FETCH_SECONDS = 45
/** Shorter than this, a backlog is a moment's work. */
const BEHIND_SECONDS = 30

function age(seconds: number): string {
  if (seconds < 90) return `${Math.floor(seconds / 10) * 10} 秒`
  const minutes = Math.floor(seconds / 60)
  return minutes < 120 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时`
}

const few = (count: number): string => count.toLocaleString('en-US')

function workerTrouble({ silentSeconds, fetchSeconds, behindSeconds, lag }: StreamState['worker']): string | undefined {
  if (silentSeconds === null) return '汇总程序未运行'
  if (silentSeconds >= SILENT_SECONDS) return `汇总已停止 ${age(silentSeconds)}`
  if (fetchSeconds !== null && fetchSeconds >= FETCH_SECONDS) return `汇总已 ${age(fetchSeconds)}收不到数据`
  if (behindSeconds !== null && behindSeconds >= BEHIND_SECONDS) {
    return `汇总落后约 ${few(lag)} 条，已 ${age(behindSeconds)}，正在处理`
  }
  return undefined
}

/** What is wrong with the way to the board, in words for everybody; null: nothing. Ages are of real time. */
export function streamTrouble({ worker, unpublished, oldestUnpublishedSeconds }: StreamState): string | null {
  const waits = [workerTrouble(worker)]
  if (oldestUnpublishedSeconds !== null && oldestUnpublishedSeconds >= STALE_SECONDS) {
    waits.push(`${few(unpublished)} 条待发送，最早已等 ${age(oldestUnpublishedSeconds)}`)
  }
  const said = waits.filter((words) => words !== undefined)
  if (said.length > 0) said.push('所报内容均已保存，恢复后自动入库')
  for (const { label, sinceSeconds } of worker.halted) {
    said.push(`${label}已停止入库 ${age(sinceSeconds)}，需系统管理员处理，其他数据照常`)
  }
  return said.length === 0 ? null : said.join('；')
}
