import type { SheetMapping } from '@lianxi/schema/commands/plan-import'
import { abs, exact } from '../report/exact'
import type { ProjectBuilt } from './build-project'
import type { Built } from './changes'
import { type Fault, faultAt } from './fault'
import type { Known } from './known'
import type { LookUp } from './look-up'
import type { RowReader } from './row-reader'

/** Parents by code or name within the plan, once all rows are read; a project is never above itself. */
export function settleParents(
  rows: readonly { at: RowReader; built: ProjectBuilt }[],
  known: LookUp,
  board: Known,
): void {
  const codes = new Set([...known.projects, ...board.projects].map(({ code }) => code))
  for (const { at, built } of rows) {
    const { project, parentSaid } = built
    if (parentSaid === null) continue
    const named = known.projectAt({ plan: project.plan, name: parentSaid })
    const code = codes.has(parentSaid.toUpperCase()) ? parentSaid.toUpperCase() : named?.code
    if (code === undefined) at.error('parent', `没有找到上级项目“${parentSaid}”，请写本规划中项目的编号或名称`)
    else if (code === project.code) at.error('parent', '上级项目就是本项目自己，请核对')
    else project.parent = code
  }
  const parents = new Map([...board.projects, ...rows.map(({ built }) => built.project)].map((one) => [one.code, one]))
  for (const { at, built } of rows) {
    const seen = [built.project.code]
    for (let code = built.project.parent; code !== null; code = parents.get(code)?.parent ?? null) {
      if (seen.includes(code)) {
        if (code === built.project.code) at.error('parent', `上级项目首尾相接：${[...seen, code].join(' → ')}，请核对`)
        break
      }
      seen.push(code)
    }
  }
}

const FEW = 5

/** One investment ten thousand times the usual of its sheet, up or down: 万元 and 亿元 mixed in one column. */
export function checkColumns(built: readonly Built[], faults: Fault[], mapping: readonly SheetMapping[]): void {
  const bySheet = new Map<string, { row: number; wan: bigint }[]>()
  for (const one of built) {
    if (one.kind !== 'project' || one.doc.investmentWan === null || one.doc.investmentWan === 0) continue
    const rows = bySheet.get(one.sheet) ?? []
    rows.push({ row: one.row, wan: exact(one.doc.investmentWan) })
    bySheet.set(one.sheet, rows)
  }
  for (const [sheet, rows] of bySheet) {
    const column = mapping
      .find((one) => one.sheet === sheet)
      ?.columns.find(({ field }) => field === 'investment')?.column
    const sorted = rows.map(({ wan }) => wan).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0n
    if (column === undefined || rows.length < FEW) continue
    for (const { row, wan } of rows) {
      if (abs(wan) < usual * 3000n && abs(wan) * 3000n > usual) continue
      const what = '与本表其他项目的投资相差几千倍以上，可能混用了万元和亿元，请核对单位'
      faults.push(faultAt('warning', { sheet, row, column, head: '总投资' }, what))
    }
  }
}
