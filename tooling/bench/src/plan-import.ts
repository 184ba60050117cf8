import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { PlanImportView } from '@lianxi/schema/views/plan-import'
import { v4 as newKey } from 'uuid'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpSession } from './http-session'

const ZONE = 'Z-PX'
const HEADS = [
  ...[
    '编号',
    '所属规划',
    '目标名称',
    '领域',
    '行政区',
    '单位',
    '指标口径',
    '目标值',
    '基期值',
    '基期年',
    '章',
    '节',
    '行',
  ],
  ...['2026年目标', '2027年目标', '2028年目标', '2029年目标'],
]

/** A plan of so many targets as the template has it; `run` makes it a plan of its own. */
function workbook(rows: number, run: string): Promise<Buffer> {
  const column = (header: string) => ({ header, kind: 'text' as const, width: 12 })
  const plan = [`B-${run}`, `测速规划${run}`, '2026', '2030', '已印发']
  const targets = Array.from({ length: rows }, (_, n) => [
    ...[null, `B-${run}`, `目标${n}`, '公共服务', '攀枝花市', '个', '时点', String(500 + n), String(400 + n), '2025'],
    ...['第三章', '第一节', String(n), '420', '440', '460', '480'],
  ])
  return writeWorkbook([
    { name: '规划', columns: ['编号', '规划名称', '起始年', '结束年', '状态'].map(column), rows: [plan] },
    { name: '目标', columns: HEADS.map(column), rows: targets },
  ])
}

export type ImportFigures = { bytes: number; uploadMs: number; previewMs: number; applyMs: number; boardMs: number }

/** A workbook's way: uploaded, shown as a preview, applied, and its last row on the board. Milliseconds of each. */
export async function measureImport(session: HttpSession, rows: number): Promise<ImportFigures> {
  const file = await workbook(rows, String(Date.now()))
  const begun = performance.now()
  const answer = await fetch(`${session.url}/api/plans/upload?zone=${ZONE}&name=bench.xlsx`, {
    method: 'POST',
    headers: { ...session.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  })
  const uploaded = done(DoneResult.parse(await answer.json()))
  const uploadedAt = performance.now()
  const view = () => session.query('plan.import', { zone: ZONE, id: uploaded }, PlanImportView)
  const preview = await view()
  const seenAt = performance.now()
  if (preview.counts.errors > 0 || preview.counts.added !== rows + 1) throw new Error('the preview is not as expected')
  const command = { zone: ZONE, id: uploaded, idempotencyKey: newKey(), seen: preview.seen, warningsSeen: true }
  done(await session.mutate('plan.applyImport', command, DoneResult))
  const appliedAt = performance.now()
  for (let applied = (await view()).applied; (applied?.done ?? 0) < rows + 1; applied = (await view()).applied) {
    if (performance.now() - appliedAt > 120_000) throw new Error(`only ${applied?.done ?? 0} rows came`)
    await sleep(50)
  }
  return {
    bytes: file.length,
    uploadMs: Math.round(uploadedAt - begun),
    previewMs: Math.round(seenAt - uploadedAt),
    applyMs: Math.round(appliedAt - seenAt),
    boardMs: Math.round(performance.now() - appliedAt),
  }
}

function done(result: DoneResult): string {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.id
}
