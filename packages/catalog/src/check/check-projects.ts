import type { Catalogue } from '../catalogue'
import type { CatalogueIssue } from '../issue'
import { findWan } from '../money'
import type { ProjectRow } from '../rows/project'
import { checkEach, type Fault } from './reporter'

/** Projects, their parents and the pairs that may be one project in two plans. */
export function checkProjects(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const projects = new Map(catalogue.projects.map(({ row }) => [row.code, row]))
  checkEach(catalogue.projects, issues, (row, fault) => {
    checkParent(row, projects, fault)
    for (const [index, code] of (row.possibleSameAs ?? []).entries()) {
      const other = projects.get(code)
      if (other === undefined) fault(`possibleSameAs.${index}`, `项目 ${code} 不存在`)
      else if (!(other.possibleSameAs ?? []).includes(row.code))
        fault(`possibleSameAs.${index}`, `项目 ${code} 没有反过来指向本项目`)
    }
    if (row.investmentYi !== null && findWan(row.investmentYi) === undefined)
      fault('investmentYi', `${row.investmentYi} 亿元换算后不是整数万元`)
    if (row.startYear !== null && row.endYear !== null && row.startYear > row.endYear)
      fault('endYear', '完成年份早于开工年份')
    if (row.regionUnknown === true && (row.regions.length !== 1 || row.regions[0] !== row.zone))
      fault('regionUnknown', '未写明地区的项目只应列经济区')
  })
}

function checkParent(row: ProjectRow, projects: Map<string, ProjectRow>, fault: Fault): void {
  if (row.parent === undefined) return
  if (!projects.has(row.parent)) return fault('parent', `上级项目 ${row.parent} 不存在`)
  const seen = new Set([row.code])
  for (let code: string | undefined = row.parent; code !== undefined; code = projects.get(code)?.parent) {
    if (seen.has(code)) return fault('parent', '上级项目首尾相接')
    seen.add(code)
  }
}
