import { rebuildBoard, type RebuildResult } from '@lianxi/db/rebuild/rebuild'
import { stopSignal } from '../process/stop-signal'
import { note, say } from '../progress'
import { Refusal } from '../refusal'
import { count, peakMemory, progressLines } from './progress-lines'
import { tellTables } from './tell'

/** Folds every stored event again and compares; refuses when a row differs, unless the rebuilt board was put in place. */
export async function rebuildAgain(url: string, swap: boolean): Promise<void> {
  const began = performance.now()
  const tell = progressLines('重建')
  const result = await rebuildBoard({
    url,
    swap,
    signal: stopSignal,
    onProgress: ({ folded, total }) => tell(folded, total),
  })
  conclude(result, (performance.now() - began) / 1000)
}

function conclude(result: RebuildResult, seconds: number): void {
  switch (result.kind) {
    case 'busy':
      throw new Refusal('另一个重建正在进行，请等它结束。\nAnother rebuild is running on this database.')
    case 'migrating':
      throw new Refusal('数据库正在迁移，请稍后再试。\nA migration is being applied to this database: try again later.')
    case 'cancelled':
      throw new Refusal('已取消，一切保持原样。\nCancelled; everything is as it was.')
    case 'compared':
      return tell(result, seconds)
    default:
      return result satisfies never
  }
}

function tell({ events, tables, swapped }: Extract<RebuildResult, { kind: 'compared' }>, seconds: number): void {
  for (const line of tellTables(tables)) say(line)
  note('重建', `${count(events)} 事件 events, ${count(Math.round(events / seconds))}/s, ${peakMemory()}`)
  const differing = tables.reduce((sum, table) => sum + table.differing, 0)
  if (swapped) {
    note('重建', '✓ 看板已替换为重建的一份 · the rebuilt board is in place')
  } else if (differing === 0) {
    note('重建', '✓ 逐行一致，未作改动 · every row is the same; nothing was changed')
  } else {
    throw new Refusal(
      `${count(differing)} 行与事件不符，未作改动；确认后可用 --swap 替换。` +
        `\n${count(differing)} rows are not what the events say. Nothing was changed; --swap puts the rebuilt board in place.`,
    )
  }
}
