import { rebuildBoard, type Progress, type RebuildResult } from '@lianxi/db/rebuild/rebuild'
import { parseArgs } from 'node:util'
import { environment } from '../env'
import { explainingDatabase } from '../postgres/explain'
import { listenForStop, stopSignal } from '../process/stop-signal'
import { note, say } from '../progress'
import { tellTables } from '../rebuild/tell'
import { Refusal } from '../refusal'
import { findStack } from '../stack-file'

const USAGE = `用法 · usage:
  npm run rebuild -- --verify    重建一份并逐行核对，不作改动 · rebuild beside the board, compare row by row, change nothing
  npm run rebuild -- --swap      重建、核对后替换现有看板 · the same, then put the rebuilt board in its place`

type Asked = 'verify' | 'swap'

function readArguments(): Asked {
  const options = { verify: { type: 'boolean' }, swap: { type: 'boolean' } } as const
  const { values } = parsed(() => parseArgs({ args: process.argv.slice(3), options }))
  const asked = (['verify', 'swap'] as const).filter((name) => values[name] === true)
  const [one] = asked
  if (one === undefined || asked.length > 1) throw new Refusal(USAGE)
  return one
}

/** An option nobody knows is answered with those there are. */
function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

/** The owner's address: from the environment on a deployed system, else from the running local stack. */
function migratorUrl(): string {
  const url = environment.MIGRATOR_URL ?? findStack()?.postgres?.urls.migrator
  if (url !== undefined) return url
  throw new Refusal(
    '数据库未启动：请先运行 npm run stack:up 或设置 MIGRATOR_URL。\nNo database: start the stack or set MIGRATOR_URL.',
  )
}

const count = (n: number): string => n.toLocaleString('en-US')
const EVERY_MS = 1_000

function progressLines(): (progress: Progress) => void {
  const began = performance.now()
  let told = began
  return ({ folded, total }) => {
    const now = performance.now()
    if (now - told < EVERY_MS) return
    told = now
    const percent = total === 0 ? 100 : Math.floor((folded / total) * 100)
    const speed = Math.round(folded / ((now - began) / 1000))
    note('重建', `${count(folded)} / ${count(total)} 事件 events  ${percent} %  ${count(speed)}/s`)
  }
}

/** Folds every stored event again and compares; non-zero when a row differs, unless the rebuilt board was put in place. */
export async function rebuild(): Promise<void> {
  const asked = readArguments()
  const url = migratorUrl()
  listenForStop()
  const began = performance.now()
  const result = await explainingDatabase(() =>
    rebuildBoard({ url, swap: asked === 'swap', signal: stopSignal, onProgress: progressLines() }),
  )
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
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  note('重建', `${count(events)} 事件 events, ${count(Math.round(events / seconds))}/s, ${peak} MB`)
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
